using ListenLint.Analyzers.Rules.Listening;
using ListenLint.Analyzers.Tests.Verification;
using ListenLint.CodeFixes.Listening;
using Microsoft.CodeAnalysis.Testing;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>The SDK's own judge of fixes: one by one, and all at once in document, project and solution.</summary>
public sealed class StandardVerifierTests
{
    private static readonly SampleProject Consenting = new() { EditorConfig = "[*.cs]\nlistenlint.fix_may_expose = true\n" };

    private const string Servers = """
        internal sealed class Servers
        {
            // both of them
            public void Start()
            {
                new TcpListener([|IPAddress.Loopback|], 5000).Start(); // plain
                new TcpListener([|IPAddress.IPv6Loopback|], 5001).Start();
            }
        }
        """;

    private const string Opened = """
        internal sealed class Servers
        {
            // both of them
            public void Start()
            {
                new TcpListener(IPAddress.Any, 5000).Start(); // plain
                TcpListener.Create(5001).Start();
            }
        }
        """;

    [Fact]
    public Task LL1001_opens() => Verify<LoopbackListener, LoopbackListenerFix>.Fix(
        Servers, Opened, Consenting, test => test.CodeActionEquivalenceKey = LoopbackListenerFix.OpenKey);

    [Fact]
    public Task LL1001_opens_one_by_one_without_consent() => Verify<LoopbackListener, LoopbackListenerFix>.Fix(
        Servers,
        Opened,
        more: test =>
        {
            test.CodeActionEquivalenceKey = LoopbackListenerFix.OpenKey;
            test.BatchFixedState.Sources.Add(Servers);
            test.BatchFixedState.Sources.Add(("/0/Usings.g.cs", SampleProject.WebUsings));
            test.BatchFixedState.InheritanceMode = StateInheritanceMode.Explicit;
            test.BatchFixedState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n"));
            test.BatchFixedState.AdditionalReferences.AddRange(Catalog.RealAssemblies.References);
            test.BatchFixedState.OutputKind = Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary;
            test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        });

    [Fact]
    public Task LL1003_corrects() => Verify<UnusableListenAddress, UnusableListenAddressFix>.Fix(
        "internal sealed class P { public void Go() { WebApplication.Create().Run([|\"*:5000\"|]); WebApplication.Create().Run([|\"ws://*:5001\"|]); } }",
        "internal sealed class P { public void Go() { WebApplication.Create().Run(\"http://*:5000\"); WebApplication.Create().Run(\"http://*:5001\"); } }");

    [Fact]
    public Task LL1009_closes() => Verify<ListenerOpenToAll, ListenerOpenToAllFix>.Fix(
        "internal sealed class P { public void Go() { new TcpListener([|IPAddress.Any|], 5000).Start(); [|TcpListener.Create|](5001).Start(); } }".Replace("[|TcpListener.Create|]", "TcpListener.[|Create|]"),
        "internal sealed class P { public void Go() { new TcpListener(IPAddress.Loopback, 5000).Start(); new TcpListener(IPAddress.Loopback, 5001).Start(); } }",
        new SampleProject { EditorConfig = "[*.cs]\ndotnet_diagnostic.LL1009.severity = warning\n" });
}
