using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Chat.Server;

/// <summary>The chat for the console: one line of text is one message.</summary>
public sealed class LineChat(ChatRoom room, ILogger<LineChat> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 5001);
        listener.Start();
        logger.LogInformation("Console clients connect to port 5001");
        while (!stoppingToken.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stoppingToken);
            _ = ServeAsync(client, stoppingToken);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stoppingToken)
    {
        using var connection = client;
        using var reader = new StreamReader(connection.GetStream());
        var member = Guid.NewGuid();
        var sending = SendAsync(room.Join(member), connection.GetStream());
        try
        {
            while (await reader.ReadLineAsync(stoppingToken) is { } line)
            {
                room.Say(line);
            }

            room.Leave(member);
            await sending;
        }
        catch (IOException exception)
        {
            logger.LogInformation(exception, "A console client is gone");
        }
        finally
        {
            room.Leave(member);
        }
    }

    private static async Task SendAsync(ChannelReader<string> inbox, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { AutoFlush = true };
        await foreach (var line in inbox.ReadAllAsync())
        {
            await writer.WriteLineAsync(line);
        }
    }
}
