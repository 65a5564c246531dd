using Chat.Server;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ChatRoom>();
builder.Services.AddHostedService<LineChat>();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseWebSockets();

app.Map("/chat", async (HttpContext context, ChatRoom room) =>
{
    if (!context.WebSockets.IsWebSocketRequest)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }

    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    await BrowserChat.ServeAsync(socket, room, context.RequestAborted);
});

HealthPort.Open();
app.Run();
