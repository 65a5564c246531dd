using System.Net;
using System.Net.Sockets;

namespace Chat.Server;

/// <summary>The load balancer asks no question: a port that can be connected to means that the chat is alive.</summary>
public static class HealthPort
{
    public static void Open()
    {
        var listener = new TcpListener(IPAddress.Any, 5002);
        listener.Start();
        Console.WriteLine("The health port is 5002");
    }
}
