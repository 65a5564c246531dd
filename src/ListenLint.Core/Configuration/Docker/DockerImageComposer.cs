using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>Puts what the last stage says together with what its image and its command add.</summary>
internal static class DockerImageComposer
{
    public static ContainerImage Compose(string path, DockerStage stage, char escape, int endOfText)
    {
        var command = CommandOf(stage, escape);
        var defaults = DockerImageDefaults.Find(stage.Image.Text);
        return new(stage.Image.Text, stage.Image.Range)
        {
            Environment = stage.Environment.Select(variable => variable.ToEnvironmentVariable()).ToArray(),
            Exposed = stage.Exposed,
            Addresses = AddressesOf(path, stage, command, defaults),
            BaseImageSetsAddress = defaults is not null,
            StartedAssembly = command.StartedAssembly(),
            InsertionPoint = stage.StartLine ?? endOfText,
        };
    }

    private static ContainerCommand CommandOf(DockerStage stage, char escape)
    {
        var command = stage.Command is null ? ContainerCommand.Nothing : ContainerCommand.Read(stage.Command, escape, stage.LookupEnvironment);
        if (stage.EntryPoint is null)
            return command;

        var entryPoint = ContainerCommand.Read(stage.EntryPoint, escape, stage.LookupEnvironment);

        // A shell takes the line as it is and passes nothing on.
        return stage.EntryPoint.Text.StartsWith("[", StringComparison.Ordinal) ? entryPoint.With(command) : entryPoint;
    }

    private static AddressSetting[] AddressesOf(
        string path, DockerStage stage, ContainerCommand command, (string Variable, string Value)? defaults)
    {
        var variables = stage.Environment
            .Where(variable => !command.Variables.Any(own => own.Name.Text == variable.Name.Text))
            .Concat(command.Variables)
            .ToArray();

        var settings = new List<AddressSetting>(AddressSettings.OfCommandLine(path, command.Words));
        foreach (var variable in variables)
        {
            if (variable.Value is not null && AddressSettings.OfVariable(path, variable.Name.Text, variable.Value) is { } setting)
                settings.Add(setting);
        }

        if (defaults is { } found && !variables.Any(variable => variable.Name.Text == found.Variable))
        {
            var value = new PlacedText.Builder();
            value.Append(found.Value, stage.Image.Range.Start, stage.Image.Range.End);
            if (AddressSettings.OfVariable(path, found.Variable, value.Build(stage.Image.Range)) is { } setting)
                settings.Add(setting with { IsImageDefault = true });
        }

        return settings.OrderBy(setting => setting.Source).ToArray();
    }
}
