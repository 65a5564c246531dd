using System.Net;
using System.Net.Sockets;

namespace Chat.Admin;

/// <summary>Other programs send a line here, and everybody in the chat reads it.</summary>
internal static class NoticePort
{
    public static async Task ServeAsync(ChatConnection chat)
    {
        var listener = new TcpListener(IPAddress.IPv6Any, 8082);
        listener.Start();
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            if (await reader.ReadLineAsync() is { } notice)
            {
                await chat.SayAsync($"notice: {notice}");
            }
        }
    }
}
