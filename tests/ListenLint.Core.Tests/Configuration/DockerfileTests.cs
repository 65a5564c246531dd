using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class DockerfileTests
{
    [Fact]
    public void The_final_stage_inherits_from_the_stage_it_is_built_on()
    {
        var file = ReadFile.Of("Dockerfile", SampleFiles.Dockerfile);

        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:8.0-alpine", file.Image.BaseImage);
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION}-alpine", file.At(file.Image.BaseImageRange));
        Assert.True(file.Image.BaseImageSetsAddress);
        Assert.Equal("Shop.Api.dll", file.Image.StartedAssembly);
        Assert.Equal(["Shop.Api.csproj", "Shop.Tests.csproj"], file.Image.ProjectFiles);
        Assert.Equal(file.Text.IndexOf("ENTRYPOINT", StringComparison.Ordinal), file.Image.InsertionPoint);
        Assert.Equal(
            [
                "ASPNETCORE_ENVIRONMENT=Production [Production]",
                "ASPNETCORE_URLS=http://localhost:5080 [http://localhost:${PORT}]",
                "GREETING=hello world [hello world]",
            ],
            file.Variables(file.Image.Environment));
    }

    [Fact]
    public void Settings_come_strongest_first()
    {
        var file = ReadFile.Of("Dockerfile", SampleFiles.Dockerfile);

        Assert.Equal(
            [
                "AspNetCoreUrls urls http://localhost:${PORT}",
                "CommandLinePorts http_ports 5081",
                "AspNetCorePorts http_ports mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION}-alpine",
            ],
            file.Settings(file.Image.Addresses));
        Assert.Equal([false, false, true], file.Image.Addresses.Select(setting => setting.IsImageDefault));
        Assert.Equal(8080, file.Image.Addresses[2].Addresses[0].Port);
    }

    [Fact]
    public void A_substituted_part_is_placed_where_it_is_written()
    {
        var file = ReadFile.Of("Dockerfile", SampleFiles.Dockerfile);

        var address = Assert.Single(file.Image.Addresses[0].Addresses);
        Assert.Equal("http://localhost:5080", address.Text);
        Assert.Equal("localhost", file.At(address.HostRange));
        Assert.Equal("${PORT}", file.At(address.PortRange));
    }

    [Fact]
    public void EXPOSE_takes_several_ports_and_ranges_of_tcp()
    {
        var file = ReadFile.Of("Dockerfile", SampleFiles.Dockerfile);

        Assert.Equal(
            [
                "* ? 5080 [$PORT] [$PORT]",
                "* ? 8443 [8443] [8443/tcp]",
                "* ? 9000 [9000-9001] [9000-9001]",
                "* ? 9001 [9000-9001] [9000-9001]",
            ],
            file.Ports(file.Image.Exposed));
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_URLS http://localhost:5000", "AspNetCoreUrls urls http://localhost:5000")]
    [InlineData("ENV ASPNETCORE_URLS   \"http://localhost:5000\"  ", "AspNetCoreUrls urls http://localhost:5000")]
    [InlineData("env A=1 DOTNET_URLS='http://a:1;http://b:2' B=2", "DotnetUrls urls http://a:1;http://b:2")]
    [InlineData("ENV URLS=http://+:80;https://+:443", "EnvironmentUrls urls http://+:80;https://+:443")]
    [InlineData("ENV HTTPS_PORTS=8443", "EnvironmentPorts https_ports 8443")]
    [InlineData("ENV DOTNET_HTTP_PORTS=8080", "DotnetPorts http_ports 8080")]
    [InlineData("ENV Kestrel__Endpoints__Http__Url=http://[::]:80", "KestrelEndpoint kestrel:endpoints:http:url http://[::]:80")]
    [InlineData("ENV ASPNETCORE_Kestrel__Endpoints__Http__Url=http://*:80", "KestrelEndpoint kestrel:endpoints:http:url http://*:80")]
    [InlineData("ENV A.B=1 URLS=http://*:80", "EnvironmentUrls urls http://*:80")]
    [InlineData("ENV URLS=http://one:1\nENV URLS=http://two:2", "EnvironmentUrls urls http://two:2")]
    [InlineData("ENV PORT=81\nENV URLS=http://*:$PORT", "EnvironmentUrls urls http://*:$PORT")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"a.dll\", \"--urls\", \"http://*:80\"]", "CommandLineUrls urls http://*:80")]
    [InlineData("CMD dotnet a.dll --urls=http://*:80", "CommandLineUrls urls http://*:80")]
    [InlineData("CMD dotnet a.dll --urls 'http://*:80;http://*:81'", "CommandLineUrls urls http://*:80;http://*:81")]
    [InlineData("CMD cd /app && URLS=http://*:80 exec dotnet a.dll && echo done", "EnvironmentUrls urls http://*:80")]
    [InlineData("ENTRYPOINT [\"/bin/sh\", \"-c\", \"dotnet a.dll --URLS http://*:80\"]", "CommandLineUrls urls http://*:80")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"a.dll\"]\nCMD [\"--Kestrel:Endpoints:A:Url=http://*:80\"]", "KestrelEndpoint kestrel:endpoints:a:url http://*:80")]
    public void Every_form_sets_an_address(string instructions, string expected)
    {
        var file = ReadFile.Of("Dockerfile", "FROM alpine:3.20\n" + instructions + "\n");

        Assert.Equal([expected], file.Settings(file.Image.Addresses));
        Assert.True(file.Image.Addresses[0].IsKnown);
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_URLS=http://localhost:$PORT")]
    [InlineData("ARG PORT\nENV ASPNETCORE_URLS=http://localhost:${PORT}")]
    [InlineData("ARG PORT=1\nENV ASPNETCORE_URLS=http://localhost:${PORT#x}")]
    [InlineData("CMD ASPNETCORE_URLS=http://*:$PORT dotnet Shop.dll")]
    [InlineData("ENV A=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa A=$A$A$A$A$A$A$A$A A=$A$A$A$A$A$A$A$A\nENV ASPNETCORE_URLS=$NOBODY")]
    public void A_value_that_only_a_run_knows_sets_an_unknown_address(string instructions)
    {
        var file = ReadFile.Of("Dockerfile", "FROM alpine\n" + instructions);

        var setting = Assert.Single(file.Image.Addresses);
        Assert.False(setting.IsKnown);
        Assert.Equal("urls", setting.Key);
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=5000", "AspNetCorePorts http_ports 5000")]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=", null)]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=\"\"", null)]
    public void A_variable_of_the_image_that_is_set_again_loses_its_default(string instruction, string? expected)
    {
        var file = ReadFile.Of("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:9.0\n" + instruction);

        Assert.Equal(expected is null ? [] : [expected], file.Settings(file.Image.Addresses));
        Assert.True(file.Image.BaseImageSetsAddress);
    }

    [Theory]
    [InlineData("aspnet:8.0", "http_ports 8080")]
    [InlineData("aspnet:8.0-alpine", "http_ports 8080")]
    [InlineData("aspnet:8.0-jammy-chiseled", "http_ports 8080")]
    [InlineData("aspnet:10.0", "http_ports 8080")]
    [InlineData("aspnet:10.0.11-noble-amd64", "http_ports 8080")]
    [InlineData("aspnet", "http_ports 8080")]
    [InlineData("aspnet:latest", "http_ports 8080")]
    [InlineData("aspnet:9.0@sha256:0123", "http_ports 8080")]
    [InlineData("runtime-deps:8.0-noble-chiseled", "http_ports 8080")]
    [InlineData("runtime:9.0", "http_ports 8080")]
    [InlineData("sdk:8.0", "http_ports 8080")]
    [InlineData("nightly/aspnet:11.0-preview", "http_ports 8080")]
    [InlineData("aspnet:7.0", "urls http://+:80")]
    [InlineData("aspnet:6.0.36", "urls http://+:80")]
    [InlineData("aspnet:6.0-jammy-chiseled", "urls http://+:8080")]
    [InlineData("aspnet:7.0-cbl-mariner2.0-distroless", "urls http://+:8080")]
    [InlineData("runtime-deps:6.0-alpine", "urls http://+:80")]
    [InlineData("runtime:6.0", "urls http://+:80")]
    [InlineData("core/aspnet:3.1", "urls http://+:80")]
    [InlineData("core/sdk:2.2", "urls http://+:80")]
    [InlineData("sdk:7.0", null)]
    [InlineData("core/sdk:3.1", null)]
    [InlineData("aspnet@sha256:0123", null)]
    [InlineData("aspnet:8.0-preview", null)]
    [InlineData("aspnet:${TAG}", null)]
    [InlineData("monitor:8.0", null)]
    [InlineData("samples:aspnetapp", null)]
    public void An_image_of_dotnet_sets_what_its_tag_tells(string image, string? expected)
    {
        var file = ReadFile.Of("Dockerfile", $"FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/{image} AS final");

        Assert.Equal("mcr.microsoft.com/dotnet/" + image, file.Image.BaseImage);
        Assert.Equal(expected is null ? [] : [expected], file.Image.Addresses.Select(setting => $"{setting.Key} {setting.Text}"));
        Assert.Equal(expected is not null, file.Image.BaseImageSetsAddress);
        Assert.All(file.Image.Addresses, setting => Assert.Equal(file.Image.BaseImageRange, setting.Place.Range));
    }

    [Theory]
    [InlineData("alpine")]
    [InlineData("example.com/dotnet/aspnet:8.0")]
    [InlineData("aspnet:8.0")]
    [InlineData("mcr.microsoft.com/dotnet")]
    public void An_image_of_others_sets_nothing(string image) =>
        Assert.Empty(ReadFile.Of("Dockerfile", "FROM " + image).Image.Addresses);

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"/app/Shop.Api.dll\"]", "Shop.Api.dll")]
    [InlineData("ENTRYPOINT dotnet Shop.Api.dll", "Shop.Api.dll")]
    [InlineData("ENTRYPOINT [\"tini\", \"--\", \"dotnet\", \"exec\", \"Shop.Api.dll\"]", "Shop.Api.dll")]
    [InlineData("ENTRYPOINT [\"dotnet\"]\nCMD [\"Shop.Api.dll\"]", "Shop.Api.dll")]
    [InlineData("ENTRYPOINT [\"./Shop.Api\"]", "Shop.Api")]
    [InlineData("ENTRYPOINT [\"/app/Shop.Api\", \"--verbose\"]", "Shop.Api")]
    [InlineData("ENTRYPOINT [\"Shop.Api.exe\"]", "Shop.Api")]
    [InlineData("CMD [\"dotnet\", \"run\"]", null)]
    [InlineData("ENTRYPOINT [\"/docker-entrypoint.sh\"]", null)]
    [InlineData("ENTRYPOINT [\"/bin/bash\"]", null)]
    [InlineData("HEALTHCHECK CMD dotnet Shop.Health.dll", null)]
    [InlineData("ENTRYPOINT dotnet $NAME", null)]
    [InlineData("CMD [\"dotnet\", \"Old.dll\"]\nENTRYPOINT [\"dotnet\", \"New.dll\"]", "New.dll")]
    public void What_is_started_is_known_by_name(string instructions, string? expected) =>
        Assert.Equal(expected, ReadFile.Of("Dockerfile", "FROM alpine\n" + instructions).Image.StartedAssembly);

    [Fact]
    public void The_escape_directive_frees_backslashes()
    {
        const string Text = """
            # escape=`
            FROM mcr.microsoft.com/windows/servercore:ltsc2022
            WORKDIR C:\app\
            ENV ASPNETCORE_URLS=http://localhost:5000 `
                OTHER=C:\temp
            ENTRYPOINT ["Shop.exe"]
            """;
        var file = ReadFile.Of("Dockerfile", Text);

        Assert.Equal(["AspNetCoreUrls urls http://localhost:5000"], file.Settings(file.Image.Addresses));
        Assert.Equal(@"C:\temp", file.Image.Environment[1].Value);
    }

    [Fact]
    public void A_stage_of_the_build_alone_leaves_no_trace()
    {
        const string Text = """
            FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
            ENV ASPNETCORE_URLS=http://localhost:1
            EXPOSE 1
            ENTRYPOINT ["dotnet", "Build.dll"]
            FROM debian:12
            """;
        var file = ReadFile.Of("Dockerfile", Text);

        Assert.Equal("debian:12", file.Image.BaseImage);
        Assert.False(file.Image.BaseImageSetsAddress);
        Assert.Empty(file.Image.Addresses);
        Assert.Empty(file.Image.Exposed);
        Assert.Null(file.Image.StartedAssembly);
        Assert.Equal(Text.Length, file.Image.InsertionPoint);
    }

    [Theory]
    [InlineData("# ENV ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("HEALTHCHECK CMD curl --urls http://localhost:5000")]
    [InlineData("HEALTHCHECK \\\n  CMD wget http://localhost:5000/health")]
    [InlineData("LABEL ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("ENV MY_ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("ENV ASPNETCORE_HTTPS_PORT=5001")]
    [InlineData("ENV ASPNETCORE__URLS=http://localhost:5000")]
    [InlineData("ENV Elasticsearch__Url=http://localhost:9200")]
    [InlineData("ARG ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("ONBUILD ENV ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("RUN ASPNETCORE_URLS=http://localhost:5000 dotnet test")]
    [InlineData("RUN <<-'END'\nENV ASPNETCORE_URLS=http://localhost:5000\nEND")]
    [InlineData("CMD [\"dotnet\", \"a.dll\", \"--url\", \"http://localhost:5000\"]")]
    public void Silent_for(string instruction) =>
        Assert.Empty(ReadFile.Of("Dockerfile", "FROM alpine\n" + instruction).Image.Addresses);

    [Theory]
    [InlineData("")]
    [InlineData("ENV ASPNETCORE_URLS=http://localhost:5000")]
    [InlineData("FROM")]
    public void Without_FROM_there_is_no_image(string text) => Assert.Null(ReadFile.Of("Dockerfile", text).Facts.Image);
}
