using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class AppSettingsTests
{
    [Fact]
    public void Root_keys_and_Kestrel_endpoints_are_settings()
    {
        var file = ReadFile.Of("appsettings.json", SampleFiles.AppSettings);

        Assert.Equal(
            [
                "AppSettingsUrls urls http://localhost:5000;https://localhost:5001",
                "KestrelEndpoint kestrel:endpoints:grpc:url http://127.0.0.1:6006",
                "AppSettingsPorts http_ports 8080",
            ],
            file.Settings(file.Facts.Addresses));
        Assert.All(file.Facts.Addresses, setting => Assert.True(setting.IsKnown));
        Assert.All(file.Facts.Addresses, setting => Assert.False(setting.IsConditional));
    }

    [Fact]
    public void Each_address_of_a_list_has_its_own_places()
    {
        var file = ReadFile.Of("appsettings.json", SampleFiles.AppSettings);

        var addresses = file.Facts.Addresses[0].Addresses;
        Assert.Equal(["http://localhost:5000", "https://localhost:5001"], addresses.Select(address => file.At(address.Range)));
        Assert.Equal(["localhost", "localhost"], addresses.Select(address => file.At(address.HostRange)));
        Assert.Equal(["5000", "5001"], addresses.Select(address => file.At(address.PortRange)));
        Assert.True(addresses[1].HostRange!.Value.Start > addresses[0].HostRange!.Value.Start);
    }

    [Fact]
    public void Places_are_right_behind_escapes()
    {
        var file = ReadFile.Of("appsettings.json", """{ "\u0075rls": "http:\/\/localhost:5000" }""");

        var setting = Assert.Single(file.Facts.Addresses);
        Assert.Equal("http://localhost:5000", setting.Text);
        Assert.Equal(@"http:\/\/localhost:5000", file.At(setting.Place.Range));
        Assert.Equal("localhost", file.At(setting.Addresses[0].HostRange));
        Assert.Equal("5000", file.At(setting.Addresses[0].PortRange));
    }

    [Theory]
    [InlineData("""{ "Kestrel:Endpoints:Http:Url": "http://localhost:1" }""", "KestrelEndpoint kestrel:endpoints:http:url http://localhost:1")]
    [InlineData("""{ "KESTREL": { "EndPoints": { "A b": { "url": "http://localhost:1" } } } }""", "KestrelEndpoint kestrel:endpoints:a b:url http://localhost:1")]
    [InlineData("""{ "Kestrel": { "Endpoints:Http": { "Url": "http://*:1" } } }""", "KestrelEndpoint kestrel:endpoints:http:url http://*:1")]
    [InlineData("""{ "https_ports": "8081;8082", }""", "AppSettingsPorts https_ports 8081;8082")]
    [InlineData("""{ "http_ports": 8080 }""", "AppSettingsPorts http_ports 8080")]
    [InlineData("\uFEFF{ \"Urls\": \"http://*:80\" } // end", "AppSettingsUrls urls http://*:80")]
    public void Keys_are_read_as_configuration_reads_them(string text, string expected)
    {
        var file = ReadFile.Of("appsettings.json", text);

        Assert.Equal([expected], file.Settings(file.Facts.Addresses));
    }

    [Fact]
    public void Ports_of_https_have_its_scheme()
    {
        var file = ReadFile.Of("appsettings.json", """{ "https_ports": "8443" }""");

        Assert.Equal("https", Assert.Single(Assert.Single(file.Facts.Addresses).Addresses).Scheme);
    }

    [Fact]
    public void A_file_of_one_environment_is_conditional()
    {
        var file = ReadFile.Of("src/appsettings.Staging.json", """{ "Urls": "http://localhost:5000" }""");

        Assert.Equal("Staging", file.Facts.EnvironmentName);
        Assert.True(Assert.Single(file.Facts.Addresses).IsConditional);
    }

    [Fact]
    public void The_last_of_two_equal_keys_counts()
    {
        var file = ReadFile.Of("appsettings.json", """{ "Urls": "http://localhost:1", "urls": "http://localhost:2" }""");

        Assert.Equal(["AppSettingsUrls urls http://localhost:2"], file.Settings(file.Facts.Addresses));
    }

    [Fact]
    public void Destinations_of_YARP_are_targets()
    {
        var file = ReadFile.Of("appsettings.json", SampleFiles.AppSettings);

        Assert.Equal(["127.0.0.1 5010 127.0.0.1:5010", "orders ? orders"], file.Targets());
    }

    [Theory]
    [InlineData("another key", """{ "Elasticsearch": { "Url": "http://localhost:9200" } }""")]
    [InlineData("urls not at the root", """{ "Client": { "Urls": "http://localhost:5000" } }""")]
    [InlineData("an array", """{ "Urls": [ "http://localhost:5000" ] }""")]
    [InlineData("an object", """{ "Urls": { "Api": "http://localhost:5000" } }""")]
    [InlineData("a level too many", """{ "Kestrel": { "Endpoints": { "Http": { "Tls": { "Url": "http://localhost:1" } } } } }""")]
    [InlineData("a level too few", """{ "Kestrel": { "Endpoints": { "Url": "http://localhost:1" } } }""")]
    [InlineData("defaults create no endpoint", """{ "Kestrel": { "EndpointDefaults": { "Url": "http://localhost:1" } } }""")]
    [InlineData("another root", """{ "MyKestrel": { "Endpoints": { "Http": { "Url": "http://localhost:1" } } } }""")]
    [InlineData("null", """{ "Urls": null }""")]
    [InlineData("empty", """{ "Urls": "" }""")]
    [InlineData("in a comment", """{ /* "Urls": "http://localhost:5000" */ } // "Urls": "http://localhost:5000" """)]
    [InlineData("in a value", """{ "Help": "\"Urls\": \"http://localhost:5000\"" }""")]
    [InlineData("cut off", """{ "Urls": "http://localhost:5000" """)]
    [InlineData("cut off in a string", """{ "Urls": "http://localhost:5000", "Log""")]
    [InlineData("two values", """{ "Urls": "http://localhost:5000" } { }""")]
    [InlineData("no JSON", "Urls: http://localhost:5000")]
    [InlineData("empty file", "")]
    [InlineData("binary", "{ \"Urls\": \"http://localhost:5000\" }\0")]
    public void Silent_for(string why, string text)
    {
        Assert.NotEmpty(why);
        var file = ReadFile.Of("appsettings.json", text);

        Assert.Empty(file.Facts.Addresses);
        Assert.Empty(file.Facts.ProxyTargets);
    }
}
