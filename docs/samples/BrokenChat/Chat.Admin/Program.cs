using Chat.Admin;

var host = args.ElementAtOrDefault(0) ?? Environment.GetEnvironmentVariable("CHAT_HOST") ?? "localhost";
var chat = await ChatConnection.OpenAsync(host, 5001);
await Task.WhenAll(chat.ReadAsync(), NoticePort.ServeAsync(chat), HistoryPage.ServeAsync(chat));
