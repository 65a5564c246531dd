using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>Divides a Dockerfile into instructions: parser directives, comments, continued lines and heredocs.</summary>
internal sealed class DockerInstructionReader
{
    private readonly string text;
    private readonly List<DockerInstruction> instructions = [];
    private int position;

    private DockerInstructionReader(string text) => this.text = text;

    /// <summary><c>\</c>, or what the directive <c># escape=`</c> says.</summary>
    public char Escape { get; private set; } = '\\';

    public IReadOnlyList<DockerInstruction> Instructions => instructions;

    public static DockerInstructionReader Read(string text)
    {
        var reader = new DockerInstructionReader(text) { position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0 };
        reader.ReadDirectives();
        while (reader.position < text.Length)
            reader.ReadInstruction();

        return reader;
    }

    private void ReadDirectives()
    {
        while (position < text.Length)
        {
            string line = text.Substring(position, EndOfLine(position) - position).Trim();
            int equals = line.IndexOf('=');
            if (line.Length == 0 || line[0] != '#' || equals < 0)
                return;

            string name = line.Substring(1, equals - 1).Trim();
            string value = line.Substring(equals + 1).Trim();
            if (name.Equals("escape", StringComparison.OrdinalIgnoreCase) && value == "`")
                Escape = '`';

            if (name.Length == 0 || name.Any(char.IsWhiteSpace))
                return;

            NextLine();
        }
    }

    private void ReadInstruction()
    {
        int lineStart = position;
        int start = SkipBlanks(position);
        if (IsBlankOrComment(start))
        {
            NextLine();
            return;
        }

        var joined = ReadJoinedLines(start);
        int keyword = 0;
        while (keyword < joined.Text.Length && !char.IsWhiteSpace(joined.Text[keyword]))
            keyword++;

        var instruction = new DockerInstruction(
            joined.Text.Substring(0, keyword).ToUpperInvariant(), joined.Slice(keyword).Trim(), lineStart);
        instructions.Add(instruction);
        SkipHeredocs(instruction);
    }

    private PlacedText ReadJoinedLines(int start)
    {
        var joined = new PlacedText.Builder();
        bool continues = true;
        while (continues && position < text.Length)
        {
            int first = joined.Length == 0 ? start : position;
            if (joined.Length > 0 && IsBlankOrComment(SkipBlanks(position)))
            {
                NextLine();
                continue;
            }

            int end = EndOfLine(position);
            while (end > first && char.IsWhiteSpace(text[end - 1]))
                end--;

            continues = end > first && text[end - 1] == Escape;
            for (int i = first; i < (continues ? end - 1 : end); i++)
                joined.Append(text[i], i, i + 1);

            NextLine();
            if (joined.Length == 0)
                break;
        }

        return joined.Build(start);
    }

    private void SkipHeredocs(DockerInstruction instruction)
    {
        if (instruction.Keyword is not ("RUN" or "COPY" or "ADD"))
            return;

        foreach (string delimiter in HeredocDelimiters(instruction.Arguments.Text).ToArray())
        {
            bool found = false;
            while (!found && position < text.Length)
            {
                found = text.Substring(position, EndOfLine(position) - position).Trim() == delimiter;
                NextLine();
            }
        }
    }

    private static IEnumerable<string> HeredocDelimiters(string arguments)
    {
        for (int i = arguments.IndexOf("<<", StringComparison.Ordinal); i >= 0; i = arguments.IndexOf("<<", i + 2, StringComparison.Ordinal))
        {
            if (i > 0 && !char.IsWhiteSpace(arguments[i - 1]))
                continue;

            int start = i + 2;
            if (start < arguments.Length && arguments[start] == '-')
                start++;
            if (start < arguments.Length && arguments[start] is '"' or '\'')
                start++;

            int end = VariableExpansion.EndOfName(arguments, start);
            if (end > start && !char.IsDigit(arguments[start]))
                yield return arguments.Substring(start, end - start);
        }
    }

    private bool IsBlankOrComment(int index) => index >= text.Length || text[index] is '\n' or '\r' or '#';

    private int SkipBlanks(int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t')
            index++;

        return index;
    }

    private int EndOfLine(int index)
    {
        int end = text.IndexOf('\n', index);
        return end < 0 ? text.Length : end;
    }

    private void NextLine() => position = Math.Min(EndOfLine(position) + 1, text.Length);
}
