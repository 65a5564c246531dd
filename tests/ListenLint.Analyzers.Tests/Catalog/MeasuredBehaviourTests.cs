using System.Net;
using System.Net.Sockets;
using System.Reflection;
using ListenLint.Analyzers.Catalog;
using Xunit;

namespace ListenLint.Analyzers.Tests.Catalog;

/// <summary>What the rows of the BCL claim, done with real objects.</summary>
public sealed class MeasuredBehaviourTests
{
    public static TheoryData<string, string> NeedsStart() =>
        [.. ApiCatalog.BuiltIn.Rows.SelectMany(row => row.NeedsStart.Select(member => (OwnerOf(row), member))).Distinct()];

    [Theory]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(System.Net.IPAddress,System.Int32)")]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(System.Net.IPEndPoint)")]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(System.Int32)")]
    [InlineData("M:System.Net.Sockets.TcpListener.Create(System.Int32)")]
    [InlineData("M:System.Net.Sockets.UdpClient.#ctor(System.Net.IPEndPoint)")]
    public void IPv6_any_takes_IPv4_clients_unless_the_row_denies_it(string id)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        var row = Assert.Single(ApiCatalog.BuiltIn.Rows, row => row.Id == id);
        using var socket = SocketOf(id);
        var takesIPv4 = socket.AddressFamily == AddressFamily.InterNetwork || socket.DualMode;
        Assert.Equal(!row.IPv6AnyIsIPv6Only, takesIPv4);
    }

    [Fact]
    public void Socket_made_without_a_family_is_dual_and_with_one_is_not()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var dual = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var single = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        Assert.True(dual.DualMode);
        Assert.False(single.DualMode);
    }

    [Theory]
    [MemberData(nameof(NeedsStart))]
    public async Task Member_that_needs_a_start_throws_without_one(string owner, string member)
    {
        var listener = NotStarted(owner);
        var method = listener.GetType().GetMethods().Where(method => method.Name == member).OrderBy(method => method.GetParameters().Length).First();
        try
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            {
                if (method.Invoke(listener, BindingFlags.DoNotWrapExceptions, null, new object?[method.GetParameters().Length], null) is Task task)
                {
                    await task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
                }
            });
        }
        finally
        {
            (listener as IDisposable)?.Dispose();
        }
    }

    private static string OwnerOf(ApiRow row) => DocumentationId.Parse(row.Id, out _)!.TypeName;

    private static object NotStarted(string owner)
    {
        switch (owner)
        {
            case "TcpListener":
                return new TcpListener(IPAddress.Loopback, 0);
            case "HttpListener":
                var http = new HttpListener();
                http.Prefixes.Add("http://127.0.0.1:47321/");
                return http;
            case "Socket":
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                return socket;
            default:
                throw new ArgumentException($"The catalog says needs-start of {owner}: make one here.", nameof(owner));
        }
    }

    private static Socket SocketOf(string id) => id switch
    {
        _ when id.Contains("UdpClient", StringComparison.Ordinal) => new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0)).Client,
        _ when id.Contains("Create", StringComparison.Ordinal) => TcpListener.Create(0).Server,
        _ when id.Contains("IPEndPoint", StringComparison.Ordinal) => new TcpListener(new IPEndPoint(IPAddress.IPv6Any, 0)).Server,
        _ when id.Contains("IPAddress", StringComparison.Ordinal) => new TcpListener(IPAddress.IPv6Any, 0).Server,
#pragma warning disable CS0618 // Old code still calls it, so it has a row.
        _ => new TcpListener(0).Server,
#pragma warning restore CS0618
    };
}
