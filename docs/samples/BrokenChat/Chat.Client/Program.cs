using System.Net.Sockets;

var host = args.ElementAtOrDefault(0) ?? Environment.GetEnvironmentVariable("CHAT_HOST") ?? "localhost";
var port = int.Parse(args.ElementAtOrDefault(1) ?? Environment.GetEnvironmentVariable("CHAT_PORT") ?? "5001");
var name = args.ElementAtOrDefault(2) ?? Environment.UserName;

using var client = new TcpClient();
try
{
    await client.ConnectAsync(host, port);
}
catch (SocketException exception)
{
    Console.Error.WriteLine($"Cannot connect to {host}:{port}: {exception.Message}");
    return 1;
}

using var reader = new StreamReader(client.GetStream());
using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
var showing = ShowAsync(reader);
while (await Console.In.ReadLineAsync() is { } line)
{
    await writer.WriteLineAsync($"{name}: {line}");
}

client.Client.Shutdown(SocketShutdown.Send);
await showing;
return 0;

static async Task ShowAsync(StreamReader reader)
{
    while (await reader.ReadLineAsync() is { } line)
    {
        Console.WriteLine(line);
    }
}
