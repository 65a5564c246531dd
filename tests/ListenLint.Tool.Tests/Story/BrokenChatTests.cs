using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ListenLint.Tool.Analysis;
using Xunit;

namespace ListenLint.Tool.Tests.Story;

/// <summary>
/// The whole promise at once: nobody reaches BrokenChat, check says why, fix mends it, and then clients get through. The
/// second address of this machine is 127.0.0.2, to which a listener on 127.0.0.1 is as closed as to another machine.
/// </summary>
public sealed class BrokenChatTests
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task Nobody_gets_through_until_the_findings_are_fixed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux answers on every address of 127.0.0.0/8.");
        using var folder = new TemporaryFolder();
        var (web, lines) = CopySample(folder.Path);

        var before = await ToolRun.Of(folder.Path, AnalyzerSet.Packaged(), new ListenerCensus(), "check");
        Assert.Equal(1, before.ExitCode);
        Assert.All(["LL1001", "LL1003", "LL1005", "LL1006", "LL1007", "LL1008"], rule => Assert.Contains(rule, before.Out, StringComparison.Ordinal));
        await using (await Server.StartAsync(folder.Path, web))
        {
            Assert.False(await ConnectsAsync(Elsewhere, web));
            Assert.False(await ConnectsAsync(Elsewhere, lines));
        }

        var fix = await ToolRun.Of(folder.Path, AnalyzerSet.Packaged(), new ListenerCensus(), "fix", "--allow-exposure", "--no-restore");
        Assert.Contains("LineChat.cs", fix.Out, StringComparison.Ordinal);
        var after = await ToolRun.Of(folder.Path, AnalyzerSet.Packaged(), new ListenerCensus(), "check", "--no-restore");
        Assert.All(["LL1001", "LL1003", "LL1006", "LL1007"], rule => Assert.DoesNotContain(rule, after.Out, StringComparison.Ordinal));
        await using (await Server.StartAsync(folder.Path, web))
        {
            Assert.True(await ConnectsAsync(Elsewhere, web));
            Assert.True(await ConnectsAsync(Elsewhere, lines));
        }
    }

    /// <summary>A copy with ports that are free here, so that nothing else is met.</summary>
    private static (int Web, int Lines) CopySample(string folder)
    {
        int[] free = FreePorts(5);
        string[] ports = ["5000", "5001", "5002", "8081", "8082"];
        var sample = Path.Combine(AppContext.BaseDirectory, "samples", "BrokenChat");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var text = File.ReadAllText(file);
            foreach (var (port, replacement) in ports.Zip(free))
                text = text.Replace(port, $"{replacement}", StringComparison.Ordinal);
            var target = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        return (free[0], free[1]);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private static async Task<bool> ConnectsAsync(IPAddress address, int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }

    /// <summary>Chat.Server, built and running, ended with its disposal.</summary>
    private sealed class Server(Process process) : IAsyncDisposable
    {
        public static async Task<Server> StartAsync(string solution, int port)
        {
            var project = Path.Combine(solution, "Chat.Server");
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-nologo", "-v", "q", "-o", Path.Combine(solution, "out")]) { RedirectStandardOutput = true })!;
            var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(build.ExitCode == 0, output);

            var start = new ProcessStartInfo("dotnet", [Path.Combine(solution, "out", "Chat.Server.dll")]) { WorkingDirectory = project, RedirectStandardOutput = true };
            var server = new Server(Process.Start(start)!);
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
                limit.CancelAfter(TimeSpan.FromMinutes(2));
                while (!await ConnectsAsync(IPAddress.Loopback, port))
                {
                    await Task.Delay(100, limit.Token);
                }

                return server;
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }
}
