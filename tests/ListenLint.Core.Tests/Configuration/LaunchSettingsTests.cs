using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class LaunchSettingsTests
{
    [Fact]
    public void Profiles_that_start_the_project_set_addresses()
    {
        var file = ReadFile.Of("Properties/launchSettings.json", SampleFiles.LaunchSettings);

        Assert.Equal(
            [
                "AspNetCoreUrls urls https://localhost:7057;http://localhost:5057",
                "DotnetUrls urls http://*:5058",
                "KestrelEndpoint kestrel:endpoints:grpc:url http://localhost:6006",
                "AspNetCorePorts http_ports 8088",
                "CommandLineUrls urls http://localhost:5099",
            ],
            file.Settings(file.Facts.Addresses));
        Assert.All(file.Facts.Addresses, setting => Assert.True(setting.IsConditional));
        Assert.Equal("7057", file.At(file.Facts.Addresses[0].Addresses[0].PortRange));
    }

    [Theory]
    [InlineData("""{ "profiles": { "IIS Express": { "commandName": "IISExpress", "applicationUrl": "http://localhost:1" } } }""")]
    [InlineData("""{ "profiles": { "Docker": { "commandName": "Docker", "environmentVariables": { "ASPNETCORE_URLS": "http://localhost:1" } } } }""")]
    [InlineData("""{ "profiles": { "a": { "applicationUrl": "http://localhost:1" } } }""")]
    [InlineData("""{ "iisSettings": { "iisExpress": { "commandName": "Project", "applicationUrl": "http://localhost:1" } } }""")]
    [InlineData("""{ "profiles": { "a": { "commandName": "Project", "launchUrl": "http://localhost:1" } } }""")]
    [InlineData("""{ "profiles": { "a": { "commandName": "Project", "applicationUrl": "http://localhost:1" } }""")]
    public void Silent_for_other_profiles_and_keys(string text) =>
        Assert.Empty(ReadFile.Of("Properties/launchSettings.json", text).Facts.Addresses);
}
