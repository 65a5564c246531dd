using System.CommandLine;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Commands;

/// <summary>What every command that reads projects takes.</summary>
internal sealed class ProjectOptions
{
    private readonly Argument<string?> _path = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A solution (.sln, .slnx, .slnf), a project (.csproj) or a folder; the current folder when absent.",
    };

    private readonly Option<string[]> _rules = new("--rule")
    {
        Description = "Only this rule, such as LL1001; may be given several times.",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _noRestore = new("--no-restore") { Description = "Do not restore packages before reading the projects." };

    private readonly Option<bool> _allowPartial = new("--allow-partial") { Description = "A project that cannot be read does not make the run fail." };

    private readonly Option<string?> _configuration = new("--configuration", "-c") { Description = "The build configuration to read.", HelpName = "NAME" };

    private readonly Option<string?> _framework = new("--framework", "-f") { Description = "Only this target framework.", HelpName = "TFM" };

    public void AddTo(Command command)
    {
        // An option with a slip of the pen would otherwise be taken for a path.
        _path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }, ..])
                result.AddError("PATH is empty: name a solution, a project or a folder, or leave it away for the current folder.");
            if (result.Tokens is [{ Value: ['-', ..] typed }, ..] && !File.Exists(typed))
                result.AddError($"There is no option '{typed}': '{command.Name} --help' lists them.");
        });
        command.Arguments.Add(_path);
        command.Options.Add(_rules);
        command.Options.Add(_noRestore);
        command.Options.Add(_allowPartial);
        command.Options.Add(_configuration);
        command.Options.Add(_framework);
    }

    public ProjectRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_path),
        [.. parsed.GetValue(_rules) ?? []],
        parsed.GetValue(_allowPartial),
        new LoadOptions(!parsed.GetValue(_noRestore), parsed.GetValue(_configuration), parsed.GetValue(_framework)));
}

internal sealed record ProjectRequest(string? Path, IReadOnlyList<string> Rules, bool AllowPartial, LoadOptions Load);
