using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Chat.Server;

/// <summary>The chat for the browser: one WebSocket message is one line.</summary>
public static class BrowserChat
{
    public static async Task ServeAsync(WebSocket socket, ChatRoom room, CancellationToken cancellationToken)
    {
        var member = Guid.NewGuid();
        var sending = SendAsync(room.Join(member), socket, cancellationToken);
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) is { MessageType: WebSocketMessageType.Text } message)
            {
                room.Say(Encoding.UTF8.GetString(buffer, 0, message.Count));
            }

            room.Leave(member);
            await sending;
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            room.Leave(member);
        }
    }

    private static async Task SendAsync(ChannelReader<string> inbox, WebSocket socket, CancellationToken cancellationToken)
    {
        await foreach (var line in inbox.ReadAllAsync(cancellationToken))
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(line), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
    }
}
