using ListenLint.Core.Configuration;
using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class ConfigurationFilesTests
{
    [Theory]
    [InlineData("appsettings.json", ConfigurationFileKind.AppSettings)]
    [InlineData("/src/Shop/AppSettings.Production.json", ConfigurationFileKind.AppSettings)]
    [InlineData(@"C:\src\Shop\appsettings.Development.json", ConfigurationFileKind.AppSettings)]
    [InlineData("appsettings-old.json", ConfigurationFileKind.None)]
    [InlineData("appsettings.json.bak", ConfigurationFileKind.None)]
    [InlineData("package.json", ConfigurationFileKind.None)]
    [InlineData("Properties/launchSettings.json", ConfigurationFileKind.LaunchSettings)]
    [InlineData(@"Shop\properties\LaunchSettings.json", ConfigurationFileKind.LaunchSettings)]
    [InlineData("launchSettings.json", ConfigurationFileKind.None)]
    [InlineData("docs/launchSettings.json", ConfigurationFileKind.None)]
    [InlineData("Dockerfile", ConfigurationFileKind.Dockerfile)]
    [InlineData("src/Shop/Dockerfile.alpine", ConfigurationFileKind.Dockerfile)]
    [InlineData("build/shop.Dockerfile", ConfigurationFileKind.Dockerfile)]
    [InlineData("Containerfile", ConfigurationFileKind.Dockerfile)]
    [InlineData("Dockerfile.dockerignore", ConfigurationFileKind.None)]
    [InlineData("DockerfileParser.cs", ConfigurationFileKind.None)]
    [InlineData("docker-compose.yml", ConfigurationFileKind.Compose)]
    [InlineData("deploy/docker-compose.override.yml", ConfigurationFileKind.Compose)]
    [InlineData("docker-compose-dev.yaml", ConfigurationFileKind.Compose)]
    [InlineData("compose.yaml", ConfigurationFileKind.Compose)]
    [InlineData("compose.prod.yml", ConfigurationFileKind.Compose)]
    [InlineData("composer.yml", ConfigurationFileKind.None)]
    [InlineData("docker-compose.dcproj", ConfigurationFileKind.None)]
    [InlineData("nginx.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("deploy/nginx.dev.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("deploy/shop.nginx", ConfigurationFileKind.ReverseProxy)]
    [InlineData("deploy/shop.nginx.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("web/default.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("web/default.conf.template", ConfigurationFileKind.ReverseProxy)]
    [InlineData("nginx/shop.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("nginx/templates/shop.template", ConfigurationFileKind.ReverseProxy)]
    [InlineData("etc/nginx/sites-available/shop", ConfigurationFileKind.ReverseProxy)]
    [InlineData("etc/nginx/sites-available/shop.example.com", ConfigurationFileKind.ReverseProxy)]
    [InlineData("sites-available/readme.md", ConfigurationFileKind.None)]
    [InlineData("Caddyfile", ConfigurationFileKind.ReverseProxy)]
    [InlineData("Caddyfile.prod", ConfigurationFileKind.ReverseProxy)]
    [InlineData("shop.caddyfile", ConfigurationFileKind.ReverseProxy)]
    [InlineData("httpd.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("apache-shop.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("etc/apache2/ports.conf", ConfigurationFileKind.ReverseProxy)]
    [InlineData("dapr.yaml", ConfigurationFileKind.ReverseProxy)]
    [InlineData("config/redis.conf", ConfigurationFileKind.None)]
    [InlineData("templates/mail.template", ConfigurationFileKind.None)]
    [InlineData("Program.cs", ConfigurationFileKind.None)]
    [InlineData("", ConfigurationFileKind.None)]
    [InlineData("/", ConfigurationFileKind.None)]
    public void A_path_tells_the_kind(string path, ConfigurationFileKind kind) =>
        Assert.Equal(kind, ConfigurationFiles.KindOf(path));

    [Fact]
    public void A_file_of_no_kind_is_not_read() =>
        Assert.Null(ConfigurationFileReader.Read("package.json", """{ "urls": "http://localhost:5000" }"""));
}
