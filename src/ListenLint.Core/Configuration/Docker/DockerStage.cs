using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>What has been said of one stage of a Dockerfile so far, that of the stage it is built on included.</summary>
internal sealed class DockerStage
{
    private const int MostPorts = 2000;

    private readonly Dictionary<string, (int Order, ContainerVariable Variable)> environment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> arguments = new(StringComparer.Ordinal);
    private readonly List<PublishedPort> exposed = [];
    private bool hasOwnCommand;
    private int written;

    /// <param name="name">After AS; null for a stage without a name.</param>
    /// <param name="image">The image at the root.</param>
    public DockerStage(string? name, PlacedText image)
    {
        Name = name;
        Image = image;
    }

    /// <summary>A stage that is built on another one.</summary>
    public DockerStage(string? name, DockerStage parent)
        : this(name, parent.Image)
    {
        foreach (var variable in parent.Environment)
            SetVariable(variable);
        exposed.AddRange(parent.exposed);
        EntryPoint = parent.EntryPoint;
        Command = parent.Command;
        foreach (var argument in parent.arguments)
            arguments[argument.Key] = argument.Value;
    }

    public string? Name { get; }

    public PlacedText Image { get; }

    /// <summary>The last value of each variable, in the order of writing.</summary>
    public IReadOnlyList<ContainerVariable> Environment => environment.Values.OrderBy(entry => entry.Order).Select(entry => entry.Variable).ToArray();

    public int VariableCount => environment.Count;

    public IReadOnlyList<PublishedPort> Exposed => exposed;

    public PlacedText? EntryPoint { get; private set; }

    public PlacedText? Command { get; private set; }

    /// <summary>The first line of this stage itself that says what is started.</summary>
    public int? StartLine { get; private set; }

    public string? Lookup(string name) =>
        environment.ContainsKey(name) ? LookupEnvironment(name) : arguments.TryGetValue(name, out string? value) ? value : null;

    /// <summary>What a shell in the running container sees: build arguments are gone.</summary>
    public string? LookupEnvironment(string name) =>
        environment.TryGetValue(name, out var entry) && entry.Variable.Value is { IsKnown: true } value ? value.Text : null;

    public void SetVariable(ContainerVariable variable) => environment[variable.Name.Text] = (written++, variable);

    public void SetArgument(string name, string? value) => arguments[name] = value;

    public void Expose(IEnumerable<PublishedPort> ports) => exposed.AddRange(ports.Take(MostPorts - exposed.Count));

    public void SetEntryPoint(DockerInstruction instruction)
    {
        EntryPoint = instruction.Arguments;
        StartLine ??= instruction.LineStart;

        // Docker forgets the CMD of the parent, which was meant for the parent's ENTRYPOINT.
        if (!hasOwnCommand)
            Command = null;
    }

    public void SetCommand(DockerInstruction instruction)
    {
        Command = instruction.Arguments;
        StartLine ??= instruction.LineStart;
        hasOwnCommand = true;
    }
}
