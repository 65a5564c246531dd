using System.Text;
using System.Text.Json;
using ListenLint.Core.Configuration;
using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

/// <summary>Every action on files as people write them, in many dressings: only what the finding names may change.</summary>
public sealed class FileMutationTests
{
    private static readonly JsonDocumentOptions AsConfigurationReadsIt = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Dictionary<string, string> Programs = new()
    {
        ["plain"] = ConfiguredProject.Plain,
        ["code"] = ConfiguredProject.ListenAnyIP,
    };

    private static readonly Dictionary<string, (string Path, string Text)[]> Repositories = new()
    {
        ["settings"] =
        [
            ("appsettings.json", """
                {
                  // Levels for everybody.
                  "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
                  "AllowedHosts": "*",
                  "Urls": "http://localhost:5000;https://localhost:5001", // where we listen
                  "ConnectionStrings": {
                    "Db": "Server=db;Database=\"shop\";Note=a,b}" /* secret elsewhere */
                  }
                }

                """),
            ("Dockerfile", """
                # syntax=docker/dockerfile:1
                FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
                WORKDIR /src
                COPY ["App.csproj", "./"]
                RUN dotnet publish -c Release -o /app

                FROM mcr.microsoft.com/dotnet/aspnet:8.0
                WORKDIR /app
                # What the container sets
                ENV TZ=Etc/UTC \
                    ASPNETCORE_URLS=http://localhost:80 \
                    DOTNET_RUNNING_IN_CONTAINER=true
                EXPOSE 80
                COPY --from=build /app .
                ENTRYPOINT ["dotnet", "App.dll"]

                """),
        ],
        ["compose"] =
        [
            ("Dockerfile", """
                FROM debian:12
                RUN apt-get update && \
                    apt-get install -y aspnetcore-runtime-8.0
                EXPOSE 8080
                CMD ["dotnet", "App.dll"]

                """),
            ("../docker-compose.yml", """
                version: "3.8"
                services:
                  app:
                    build:
                      context: ./App
                    depends_on: [db]
                    environment:
                      - DB_HOST=db
                      - ASPNETCORE_URLS=http://127.0.0.1:8080 # inside
                    ports:
                      - "127.0.0.1:8000:80"
                      - '8443:443'
                  db:
                    image: postgres:16
                    environment: { POSTGRES_PASSWORD: "a,b" }
                    ports: ["127.0.0.1:5432:5432"]

                """),
        ],
        ["kestrel"] =
        [
            ("appsettings.json", """
                {
                  "Kestrel": {
                    "Limits": { "MaxConcurrentConnections": 100 },
                    "Endpoints": {
                      "Http": { "Url": "http://localhost:5000" },
                      "Grpc": { "Url": "localhost:5001", "Protocols": "Http2" }
                    }
                  },
                  "Urls": "http://*:80"
                }

                """),
            ("../compose.yaml", """
                services:
                  app:
                    build: ./App
                    environment:
                      ASPNETCORE_HTTP_PORTS: "8080"
                    ports:
                      - 8080:8080

                """),
            ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ],
        ["bare"] = [("Dockerfile", "FROM debian:12\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
    };

    private static readonly Dictionary<string, Func<string, string>> Dressings = new()
    {
        ["as written"] = text => text,
        ["crlf"] = text => text.Replace("\n", "\r\n"),
        ["bom"] = text => "\uFEFF" + text,
        ["no last line break"] = text => text.TrimEnd('\n'),
        ["blank lines"] = text => text.Replace("\\\n", "\\\f").Replace("\n", "\n\n").Replace("\\\f", "\\\n"),
        ["trailing blanks"] = text => text.Replace("\n", "  \n"),
    };

    public static TheoryData<string, string, string> All()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var program in Programs.Keys)
        {
            foreach (var repository in Repositories.Keys)
            {
                foreach (var dressing in Dressings.Keys)
                {
                    data.Add(program, repository, dressing);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_action_changes_what_it_names_and_nothing_else(string program, string repository, string dressing)
    {
        var project = ConfiguredProject.Of(Programs[program], Repositories[repository].Select(file => (file.Path, Dressings[dressing](file.Text))));
        var tried = 0;
        foreach (var finding in await project.FindingsAsync())
        {
            foreach (var action in await project.ActionsAsync(finding))
            {
                var after = await project.AfterAsync(action);
                await CheckOnlyNamedChanges(project, after, finding);
                Assert.DoesNotContain(await after.FindingsAsync(finding.Id), other => IsSame(finding, other));
                tried++;
            }
        }

        Assert.True(tried > 0, "no finding with an action");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_after_the_other_the_actions_come_to_rest(string program, string repository, string dressing)
    {
        var project = ConfiguredProject.Of(Programs[program], Repositories[repository].Select(file => (file.Path, Dressings[dressing](file.Text))));
        var applied = 0;
        while (await NextAsync(project) is { } next)
        {
            project = next;
            Assert.True(++applied < 12, "the fixes never come to rest");
        }

        Assert.True(applied > 0);
    }

    private static async Task<ConfiguredProject?> NextAsync(ConfiguredProject project)
    {
        foreach (var finding in await project.FindingsAsync())
        {
            var action = (await project.ActionsAsync(finding)).FirstOrDefault(action => !action.EquivalenceKey!.StartsWith("suppress:", StringComparison.Ordinal));
            if (action is not null)
            {
                return await project.AfterAsync(action);
            }
        }

        return null;
    }

    private static async Task CheckOnlyNamedChanges(ConfiguredProject project, ConfiguredProject after, Diagnostic finding)
    {
        var (before, now) = (await project.TextsAsync(), await after.TextsAsync());
        var (path, text) = now.Except(before).Single();
        if (!before.TryGetValue(path, out var old))
        {
            Assert.EndsWith(".editorconfig", path, StringComparison.Ordinal);
            return;
        }

        var (lost, gained) = (Without(Lines(old), Lines(text)), Without(Lines(text), Lines(old)));
        Assert.InRange(lost.Count, 0, 2);
        Assert.InRange(gained.Count, 0, 1);
        if (finding.Id != "LL1002")
        {
            Assert.Contains(old.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length), string.Join("\n", lost), StringComparison.Ordinal);
        }

        Assert.Equal(old[0] == '\uFEFF', text[0] == '\uFEFF');
        Assert.Equal(old.EndsWith('\n'), text.EndsWith('\n'));
        Assert.Equal(old.Contains("\r\n"), text.Contains("\r\n"));
        Assert.Equal(old.Contains("\r\n") ? text.Count(sign => sign == '\n') : 0, text.Count(sign => sign == '\r'));
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            Assert.InRange(Without(Values(old), Values(text)).Count, 0, 1);
            Assert.InRange(Without(Values(text), Values(old)).Count, 0, 1);
        }

        Assert.InRange(Without(Facts(path, old), Facts(path, text)).Count, 0, 1);
        Assert.InRange(Without(Facts(path, text), Facts(path, old)).Count, 0, 1);
    }

    private static bool IsSame(Diagnostic finding, Diagnostic other) =>
        other.Location.GetLineSpan().Path == finding.Location.GetLineSpan().Path && other.GetMessage() == finding.GetMessage();

    private static string[] Lines(string text) => text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    private static List<string> Without(IEnumerable<string> all, IEnumerable<string> others)
    {
        var rest = all.ToList();
        foreach (var other in others)
        {
            rest.Remove(other);
        }

        return rest;
    }

    /// <summary>As another JSON reader than ours sees the file.</summary>
    private static List<string> Values(string text)
    {
        var values = new List<string>();
        using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), AsConfigurationReadsIt);
        Collect(json.RootElement, "");
        return values;

        void Collect(JsonElement element, string path)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                values.Add(path + "=" + element.GetRawText());
                return;
            }

            foreach (var member in element.EnumerateObject())
            {
                Collect(member.Value, path + ":" + member.Name);
            }
        }
    }

    /// <summary>What our own readers make of the file, places left out.</summary>
    private static List<string> Facts(string path, string text)
    {
        var file = ConfigurationFileReader.Read(path, text)!;
        return
        [
            .. file.Addresses.Select(setting => $"{setting.Key}={setting.Text}"),
            .. file.Image is { } image
                ? image.Environment.Select(variable => $"{variable.Name}={variable.Value}")
                    .Concat(image.Exposed.Select(port => $"EXPOSE {port.ContainerPort}"))
                    .Append(image.BaseImage)
                    .Append(image.StartedAssembly ?? "")
                : [],
            .. file.Services.SelectMany(service => service.Environment.Select(variable => $"{service.Name}: {variable.Name}={variable.Value}")
                .Concat(service.Ports.Select(port => $"{service.Name}: {port.HostAddress}:{port.HostPort}:{port.ContainerPort}"))
                .Append($"{service.Name}: {service.Image} {service.BuildContext} {service.Dockerfile}")),
        ];
    }
}
