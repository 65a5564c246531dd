using ListenLint.Core.Configuration;
using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class ComposeTests
{
    private static readonly ReadFile Shop = ReadFile.Of("docker-compose.yml", SampleFiles.Compose);

    private static ComposeService Service(string name) => Shop.Facts.Services.Single(service => service.Name == name);

    [Fact]
    public void Services_are_known_with_what_they_are_made_of()
    {
        Assert.Equal(["api", "worker", "db"], Shop.Facts.Services.Select(service => Shop.At(service.NameRange)));
        Assert.Equal(["./src", null, null], Shop.Facts.Services.Select(service => service.BuildContext));
        Assert.Equal(["Shop.Api/Dockerfile", null, null], Shop.Facts.Services.Select(service => service.Dockerfile));
        Assert.Equal([null, "ghcr.io/shop/worker:1.2", "postgres:16"], Shop.Facts.Services.Select(service => service.Image));
        Assert.Equal([false, true, false], Shop.Facts.Services.Select(service => service.HasProfiles));
        Assert.Equal([false, true, false], Shop.Facts.Services.Select(service => service.UsesHostNetwork));
        Assert.Equal([false, true, false], Shop.Facts.Services.Select(service => service.HasOutsideSettings));
    }

    [Fact]
    public void Ports_are_read_in_both_forms() => Assert.Equal(
        [
            "* 5000 8080 [8080] [5000:8080]",
            "127.0.0.1 5001 8081 [8081] [127.0.0.1:5001:8081/tcp]",
            "::1 5002 8082 [8082] [[::1]:5002:8082]",
            "* 80 8080 [${API_PORT:-8080}] [${HTTP_PORT:-80}:${API_PORT:-8080}]",
            "127.0.0.1 443 8443 [8443] [" + LongForm() + "]",
        ],
        Shop.Ports(Service("api").Ports));

    [Fact]
    public void The_host_address_is_placed_with_its_colon()
    {
        Assert.Equal([null, "127.0.0.1:", "[::1]:", null, null], Service("api").Ports.Select(port => Shop.At(port.HostAddressRange)));
        Assert.Equal(["* ? 9000 [9000] [9000]"], Shop.Ports(Service("api").Exposed));
        Assert.Equal(["* ? 5432 [5432] [5432]"], Shop.Ports(Service("db").Ports));
    }

    [Fact]
    public void The_environment_is_a_map_or_a_list()
    {
        Assert.Equal(
            [
                "ConnectionStrings__Shop=Host=db;Port=5432;Username=shop [Host=db;Port=5432;Username=shop]",
                "API_KEY=? [API_KEY]",
                "ASPNETCORE_ENVIRONMENT=Development [Development]",
                "ASPNETCORE_URLS=http://localhost:8080 [http://localhost:${API_PORT:-8080}]",
            ],
            Shop.Variables(Service("api").Environment));
        Assert.Equal(
            [
                "DOTNET_URLS=http://+:7000 [http://+:7000]",
                "Kestrel__Endpoints__Http__Url=http://0.0.0.0:7001 [http://0.0.0.0:7001]",
                "HTTP_PORTS=? [HTTP_PORTS]",
            ],
            Shop.Variables(Service("worker").Environment));
    }

    [Fact]
    public void Addresses_come_from_the_environment_and_the_command()
    {
        Assert.Equal(["AspNetCoreUrls urls http://localhost:${API_PORT:-8080}"], Shop.Settings(Service("api").Addresses));
        Assert.Equal("localhost", Shop.At(Service("api").Addresses[0].Addresses[0].HostRange));
        Assert.Equal(
            [
                "KestrelEndpoint kestrel:endpoints:http:url http://0.0.0.0:7001",
                "CommandLineUrls urls http://127.0.0.1:7002",
                "DotnetUrls urls http://+:7000",
                "EnvironmentPorts http_ports HTTP_PORTS",
            ],
            Shop.Settings(Service("worker").Addresses));
        Assert.False(Service("worker").Addresses[3].IsKnown);
        Assert.Empty(Service("db").Addresses);
    }

    [Theory]
    [InlineData("'80'", "* ? 80 [80] ['80']")]
    [InlineData("8080", "* ? 8080 [8080] [8080]")]
    [InlineData("'8080-8081:80-81'", "* 8080 80 [80-81] [8080-8081:80-81]|* 8081 81 [80-81] [8080-8081:80-81]")]
    [InlineData("'8080-8090:80'", "* ? 80 [80] [8080-8090:80]")]
    [InlineData("'127.0.0.1::80'", "127.0.0.1 ? 80 [80] [127.0.0.1::80]")]
    [InlineData("'0.0.0.0:8080:80'", "0.0.0.0 8080 80 [80] [0.0.0.0:8080:80]")]
    [InlineData("'${IP:-127.0.0.1}:8080:80'", "127.0.0.1 8080 80 [80] [${IP:-127.0.0.1}:8080:80]")]
    [InlineData("'${IP}:8080:80'", "* 8080 80 [80] [${IP}:8080:80]")]
    [InlineData("'${PORT}:80'", "* ? 80 [80] [${PORT}:80]")]
    [InlineData("'8080:${PORT}'", "* 8080 ? [${PORT}] [8080:${PORT}]")]
    [InlineData("'${PORT:?set it}:80'", "* ? 80 [80] [${PORT:?set it}:80]")]
    [InlineData("'53:53/udp'", "")]
    [InlineData("'99999:99999'", "* ? ? [99999] [99999:99999]")]
    [InlineData("{ target: 80, published: 8080 }", "* 8080 80 [80] [target: 80, published: 8080]")]
    [InlineData("{ target: 53, protocol: udp }", "")]
    [InlineData("{ published: 80 }", "")]
    public void A_port_is_read(string entry, string expected)
    {
        var file = ReadFile.Of("compose.yaml", $"services:\n  web:\n    ports:\n    - {entry}\n");

        Assert.Equal(expected.Replace("'", ""), string.Join("|", file.Ports(Assert.Single(file.Facts.Services).Ports)));
    }

    [Fact]
    public void A_port_may_come_from_an_anchor()
    {
        const string Text = """
            x-port: &port 8080
            x-web: &web { target: 80, published: 8081 }
            services:
              web:
                ports:
                  - target: *port
                  - *web
                  - <<: *web
                    host_ip: 127.0.0.1
            """;
        var file = ReadFile.Of("compose.yml", Text);

        var ports = Assert.Single(file.Facts.Services).Ports;
        Assert.Equal([8080, 80, 80], ports.Select(port => port.ContainerPort));
        Assert.Equal([null, 8081, 8081], ports.Select(port => port.HostPort));
        Assert.Equal(["8080", "80", "80"], ports.Select(port => file.At(port.ContainerPortRange)));
        Assert.Equal("127.0.0.1", ports[2].HostAddress);
        Assert.All(ports, port => Assert.True(port.Range.Length > 0));
    }

    [Theory]
    [InlineData("build: ./web", "./web", null)]
    [InlineData("build: { context: ., dockerfile: web/Dockerfile }", ".", "web/Dockerfile")]
    [InlineData("build:\n      dockerfile: web/Dockerfile", ".", "web/Dockerfile")]
    [InlineData("image: web", null, null)]
    public void A_build_names_its_context(string line, string? context, string? dockerfile)
    {
        var service = Assert.Single(ReadFile.Of("compose.yml", $"services:\n  web:\n    {line}\n").Facts.Services);

        Assert.Equal((context, dockerfile), (service.BuildContext, service.Dockerfile));
    }

    [Theory]
    [InlineData("command: dotnet Shop.dll --urls http://*:80", "http://*:80")]
    [InlineData("command: --urls=http://*:80", "http://*:80")]
    [InlineData("command: >\n      dotnet Shop.dll\n      --urls 'http://*:80'", "http://*:80")]
    [InlineData("entrypoint: [dotnet, Shop.dll]\n    command: ['--urls', \"http://*:80\"]", "http://*:80")]
    [InlineData("entrypoint: sh -c \"dotnet Shop.dll --urls http://*:80\"", "http://*:80")]
    public void A_command_sets_an_address(string line, string expected)
    {
        var file = ReadFile.Of("compose.yml", $"services:\n  web:\n    {line}\n");

        Assert.Equal(["CommandLineUrls urls " + expected], file.Settings(Assert.Single(file.Facts.Services).Addresses));
    }

    [Theory]
    [InlineData("healthcheck: { test: [CMD, curl, --urls, 'http://localhost:80'] }")]
    [InlineData("# environment: { ASPNETCORE_URLS: 'http://localhost:80' }")]
    [InlineData("labels: { ASPNETCORE_URLS: 'http://localhost:80' }")]
    [InlineData("environment: { ApiUrl: 'http://localhost:80', ASPNETCORE_HTTPS_PORT: 443 }")]
    [InlineData("build: { args: { ASPNETCORE_URLS: 'http://localhost:80' } }")]
    [InlineData("environment: { ASPNETCORE_URLS: '' }")]
    public void Silent_for(string line) =>
        Assert.Empty(Assert.Single(ReadFile.Of("compose.yml", $"services:\n  web:\n    image: web\n    {line}\n").Facts.Services).Addresses);

    [Theory]
    [InlineData("")]
    [InlineData("services:")]
    [InlineData("services: [web]")]
    [InlineData("version: '3'\nweb:\n  ports: ['80:80']")]
    [InlineData("services:\n\tweb:\n\t\tports: ['80:80']")]
    [InlineData("services:\n  web:\n    ports: ['80:80'")]
    [InlineData("services:\n  web: *missing")]
    [InlineData("services:\n  web:\n    image: a: b")]
    public void A_file_without_readable_services_says_nothing(string text) =>
        Assert.Empty(ReadFile.Of("compose.yml", text).Facts.Services);

    private static string LongForm()
    {
        int start = SampleFiles.Compose.IndexOf("target: 8443", StringComparison.Ordinal);
        int end = SampleFiles.Compose.IndexOf("mode: host", StringComparison.Ordinal) + "mode: host".Length;
        return SampleFiles.Compose[start..end];
    }
}
