using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class ReverseProxyTests
{
    [Fact]
    public void Nginx_passes_to_addresses_and_upstreams() => Assert.Equal(
        [
            "127.0.0.1 5000 127.0.0.1:5000",
            "backend.internal 5001 backend.internal:5001",
            "shop ? shop",
            "localhost 5002 localhost:5002",
            "[::1] 5003 [::1]:5003",
            "localhost ? localhost:${API_PORT}",
            "127.0.0.1 5004 127.0.0.1:5004",
        ],
        ReadFile.Of("nginx.conf", SampleFiles.Nginx).Targets());

    [Fact]
    public void Caddy_proxies_to_addresses() => Assert.Equal(
        [
            "localhost 5000 localhost:5000",
            "127.0.0.1 5001 127.0.0.1:5001",
            "localhost 5002 :5002",
            "localhost 5003 localhost:5003",
            "10.0.0.7 5004 10.0.0.7:5004",
        ],
        ReadFile.Of("Caddyfile", SampleFiles.Caddyfile).Targets());

    [Fact]
    public void Apache_proxies_to_addresses() => Assert.Equal(
        [
            "localhost 5000 localhost:5000",
            "127.0.0.1 5001 127.0.0.1:5001",
            "localhost 5002 localhost:5002",
            "[::1] 5003 [::1]:5003",
            "127.0.0.1 5004 127.0.0.1:5004",
        ],
        ReadFile.Of("etc/apache2/sites-enabled/shop", SampleFiles.Apache).Targets());

    [Fact]
    public void Dapr_calls_the_port_of_the_program() =>
        Assert.Equal(["127.0.0.1 5005 5005"], ReadFile.Of("dapr.yaml", SampleFiles.DaprRunFile).Targets());

    [Theory]
    [InlineData("nginx.conf", "server { listen 127.0.0.1:5000; server_name localhost; }")]
    [InlineData("nginx.conf", "server { return 301 http://localhost:5000; }")]
    [InlineData("nginx.conf", "location / { proxy_redirect http://localhost:5000 /; fastcgi_pass 127.0.0.1:9000; }")]
    [InlineData("nginx.conf", "location / { proxy_pass http://localhost:5000")]
    [InlineData("Caddyfile", "localhost:5000 {\n  respond \"hello\"\n}")]
    [InlineData("Caddyfile", "redir https://localhost:5000")]
    [InlineData("httpd.conf", "Listen 127.0.0.1:5000")]
    [InlineData("httpd.conf", "RewriteRule ^/(.*) http://localhost:5000/$1 [R]")]
    [InlineData("httpd.conf", "ProxyPass / balancer://shop/")]
    public void Silent_for(string path, string text) => Assert.Empty(ReadFile.Of(path, text).Facts.ProxyTargets);
}
