using System.Net;
using System.Text;

namespace Chat.Admin;

/// <summary>The last lines of the chat as a page for the moderators' browsers.</summary>
internal static class HistoryPage
{
    public static async Task ServeAsync(ChatConnection chat)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add("http://0.0.0.0:8081/");
        listener.Start();
        while (true)
        {
            var context = await listener.GetContextAsync();
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Close(Encoding.UTF8.GetBytes(string.Join('\n', chat.LastLines)), willBlock: false);
        }
    }
}
