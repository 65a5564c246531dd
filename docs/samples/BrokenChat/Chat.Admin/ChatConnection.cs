using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Chat.Admin;

/// <summary>The administrator's own connection to the chat, and the last lines that it has seen.</summary>
internal sealed class ChatConnection(TcpClient client)
{
    private readonly StreamWriter _writer = new(client.GetStream()) { AutoFlush = true };

    public ConcurrentQueue<string> LastLines { get; } = new();

    public static async Task<ChatConnection> OpenAsync(string host, int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host, port);
        return new ChatConnection(client);
    }

    public async Task ReadAsync()
    {
        using var reader = new StreamReader(client.GetStream());
        while (await reader.ReadLineAsync() is { } line)
        {
            LastLines.Enqueue(line);
            if (LastLines.Count > 50)
            {
                LastLines.TryDequeue(out _);
            }
        }
    }

    public Task SayAsync(string line) => _writer.WriteLineAsync(line);
}
