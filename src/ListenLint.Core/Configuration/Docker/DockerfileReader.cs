using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>Follows a Dockerfile through its stages to the image that it builds.</summary>
internal sealed class DockerfileReader
{
    // Every stage copies what its parent says. No person's file comes near these; a hostile one must not cost seconds.
    private const int MostStages = 500;
    private const int MostVariables = 2000;
    private const int MostInstructions = 20_000;

    private readonly Dictionary<string, string?> globalArguments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DockerStage> stages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> projectFiles = new(StringComparer.OrdinalIgnoreCase);
    private readonly char escape;
    private DockerStage? stage;
    private int stageCount;

    private DockerfileReader(char escape) => this.escape = escape;

    /// <summary>The image of the last stage; null without one.</summary>
    public static ContainerImage? Read(string path, string text)
    {
        var source = DockerInstructionReader.Read(text);
        if (source.Instructions.Count > MostInstructions)
            return null;

        var reader = new DockerfileReader(source.Escape);
        foreach (var instruction in source.Instructions)
        {
            reader.Follow(instruction);
            if (reader.stageCount > MostStages || reader.stage?.VariableCount > MostVariables)
                return null;
        }

        return reader.stage is null
            ? null
            : DockerImageComposer.Compose(path, reader.stage, source.Escape, text.Length) with { ProjectFiles = reader.projectFiles.ToArray() };
    }

    // HEALTHCHECK runs a client inside the container, and ONBUILD belongs to another build.
    private void Follow(DockerInstruction instruction)
    {
        switch (instruction.Keyword)
        {
            case "FROM":
                BeginStage(instruction.Arguments);
                break;
            case "ARG":
                SetArguments(instruction.Arguments);
                break;
            case "ENV":
                SetVariables(instruction.Arguments);
                break;
            case "EXPOSE":
                foreach (var word in Words(instruction.Arguments))
                    stage?.Expose(ExposedPorts.Read(word.Value));
                break;
            case "ENTRYPOINT":
                stage?.SetEntryPoint(instruction);
                break;
            case "CMD":
                stage?.SetCommand(instruction);
                break;
            case "COPY" or "ADD" or "RUN":
                projectFiles.UnionWith(ProjectFileNames.Find(instruction.Arguments.Text));
                break;
        }
    }

    private void BeginStage(PlacedText arguments)
    {
        var raw = ShellWords.Split(arguments, escape);
        int image = 0;
        while (image < raw.Count && raw[image].Value.Text.StartsWith("--", StringComparison.Ordinal))
            image++;

        if (image >= raw.Count)
            return;

        var written = raw[image].Value;
        var expanded = ShellWords.Join(written, escape, LookupGlobal);
        string? name = image + 2 < raw.Count && raw[image + 1].Value.Text.Equals("as", StringComparison.OrdinalIgnoreCase)
            ? raw[image + 2].Value.Text
            : null;

        stage = stages.TryGetValue(expanded.Text, out var parent)
            ? new(name, parent)
            : new DockerStage(name, expanded.IsKnown ? expanded : written);
        stageCount++;
        if (name is not null)
            stages[name] = stage;
    }

    private void SetArguments(PlacedText arguments)
    {
        foreach (var word in Words(arguments))
        {
            var assignment = ContainerVariable.OfAssignment(word.Value);
            string name = assignment?.Name.Text ?? word.Value.Text;
            string? value = assignment is null ? LookupGlobal(name) : assignment.Value is { IsKnown: true } known ? known.Text : null;
            if (stage is null)
                globalArguments[name] = value;
            else
                stage.SetArgument(name, value);
        }
    }

    private void SetVariables(PlacedText arguments)
    {
        if (stage is null)
            return;

        // The old form: everything behind the first blank is the value.
        int end = ContainerVariable.EndOfName(arguments.Text);
        if (end < arguments.Text.Length && char.IsWhiteSpace(arguments.Text[end]))
        {
            var value = arguments.Slice(end).Trim();
            stage.SetVariable(new(arguments.Slice(0, end), ShellWords.Join(value, escape, stage.Lookup)));
            return;
        }

        // All values of one ENV see the variables as they were before it.
        var variables = Words(arguments).Select(word => ContainerVariable.OfAssignment(word.Value)).ToArray();
        foreach (var variable in variables)
        {
            if (variable is not null)
                stage.SetVariable(variable);
        }
    }

    private IReadOnlyList<ShellWord> Words(PlacedText arguments) =>
        ShellWords.Split(arguments, escape, stage is null ? LookupGlobal : stage.Lookup);

    private string? LookupGlobal(string name) => globalArguments.TryGetValue(name, out string? value) ? value : null;
}
