using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Chat.Server;

/// <summary>Everybody who is connected, by whichever way; each line goes to all of them.</summary>
public sealed class ChatRoom
{
    private readonly ConcurrentDictionary<Guid, Channel<string>> _inboxes = new();

    public ChannelReader<string> Join(Guid member)
    {
        var inbox = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });
        _inboxes[member] = inbox;
        return inbox.Reader;
    }

    public void Say(string line)
    {
        foreach (var inbox in _inboxes.Values)
        {
            inbox.Writer.TryWrite(line);
        }
    }

    public void Leave(Guid member)
    {
        if (_inboxes.TryRemove(member, out var inbox))
        {
            inbox.Writer.Complete();
        }
    }
}
