using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class UriValueTests
{
    [Theory]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000"));""", "\"http://localhost:5000\"")]
    [InlineData("""Sink.Use(new Uri("http://*:5000"));""", "\"http://*:5000\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000", UriKind.Absolute).OriginalString);""", "\"http://localhost:5000\"")]
    [InlineData("""Sink.Use(new Uri("HTTP://LocalHost:80").AbsoluteUri);""", "\"http://localhost/\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x").ToString());""", "\"http://localhost:5000/x\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x").Host);""", "\"localhost\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x").Port);""", "5000")]
    [InlineData("""Sink.Use(new Uri("https://localhost").Port);""", "443")]
    [InlineData("""Sink.Use(new Uri("tcp://localhost").Port);""", "-1")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x").Scheme);""", "\"http\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x").Authority);""", "\"localhost:5000\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x?y").GetLeftPart(UriPartial.Authority));""", "\"http://localhost:5000\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x?y").GetLeftPart(UriPartial.Path));""", "unknown")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x?y").AbsolutePath);""", "\"/x\"")]
    [InlineData("""Sink.Use(new Uri("http://localhost:5000/x?y").PathAndQuery);""", "\"/x?y\"")]
    [InlineData("""Sink.Use(new Uri("http://[::1]:5000").Host);""", "\"[::1]\"")]
    [InlineData("""Sink.Use(new Uri("http://[::1]:5000").DnsSafeHost);""", "\"::1\"")]
    [InlineData("""Sink.Use(new Uri($"http://localhost:{args.Length}").Host);""", "\"localhost\"")]
    [InlineData("""Sink.Use(new Uri($"http://localhost:{args.Length}").Port);""", "unknown")]
    [InlineData("""Sink.Use(new Uri($"http://{args[0]}:80").Host);""", "unknown")]
    [InlineData("""Uri.TryCreate("http://localhost:1", UriKind.Absolute, out var uri); Sink.Use(uri);""", "\"http://localhost:1\"")]
    [InlineData("""Sink.Use(new Uri(new Uri("http://localhost:1"), "hub"));""", "\"http://localhost:1/hub\"")]
    [InlineData("""Sink.Use(new Uri(args[0]).Host);""", "unknown")]
    [InlineData("""Sink.Use(new Uri("localhost:5000").Host);""", "unknown")]
    [InlineData("""Uri? u = new Uri("http://localhost:1"); Sink.Use(u?.Host);""", "\"localhost\"")]
    public void Uri_round_trips(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("""Sink.Use(new UriBuilder().ToString());""", "\"http://localhost/\"")]
    [InlineData("""Sink.Use(new UriBuilder("http://localhost:5000").Uri);""", "\"http://localhost:5000/\"")]
    [InlineData("""Sink.Use(new UriBuilder("http", "localhost", 5000).Uri);""", "\"http://localhost:5000/\"")]
    [InlineData("""Sink.Use(new UriBuilder("http", "localhost", 5000, "api").ToString());""", "\"http://localhost:5000/api\"")]
    [InlineData("""Sink.Use(new UriBuilder { Scheme = "ws", Host = "localhost", Port = 80 }.Uri);""", "\"ws://localhost/\"")]
    [InlineData("""Sink.Use(new UriBuilder { Scheme = "ws", Host = "localhost", Port = 80 }.ToString());""", "\"ws://localhost:80/\"")]
    [InlineData("""Sink.Use(new UriBuilder { Host = "::1", Port = 81 }.Uri);""", "\"http://[::1]:81/\"")]
    [InlineData("""var b = new UriBuilder("http://localhost"); b.Port = 5000; b.Host = "0.0.0.0"; Sink.Use(b.Uri);""", "\"http://0.0.0.0:5000/\"")]
    [InlineData("""var b = new UriBuilder("http://localhost"); b.Port = 5000; Sink.Use(b.Host);""", "\"localhost\"")]
    [InlineData("""var b = new UriBuilder("http://localhost"); b.Port = 5000; Sink.Use(b.ToString());""", "\"http://localhost:5000/\"")]
    [InlineData("""var b = new UriBuilder(new Uri("http://localhost:1")); if (args.Length == 7) b.Port = 5000; Sink.Use(b.Uri);""", "\"http://localhost:5000/\" | \"http://localhost:1/\"")]
    [InlineData("""var b = new UriBuilder("http://localhost"); b.Port = 1; b.Port = 2; Sink.Use(b.Uri);""", "unknown")]
    [InlineData("""var b = new UriBuilder("http://localhost"); b = new UriBuilder("http://x"); Sink.Use(b.Uri);""", "unknown")]
    [InlineData("""Sink.Use(new UriBuilder("http", "localhost", args.Length).Uri);""", "\"http://localhost:{?}/\"")]
    [InlineData("""Sink.Use(new UriBuilder("http", args[0], 80).Port);""", "80")]
    [InlineData("""Sink.Use(new UriBuilder(args[0]).Uri);""", "unknown")]
    public void Uri_builders_print_their_parts(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));
}
