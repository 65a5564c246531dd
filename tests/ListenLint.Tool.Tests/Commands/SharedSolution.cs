namespace ListenLint.Tool.Tests.Commands;

/// <summary>
/// A solution with what real ones have: a web project with configuration files, a library for two target frameworks, a file that
/// both share, severities set by configuration, suppressions. Its files are never changed, so that the tests can share its obj folders.
/// </summary>
public sealed class SharedSolution : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder()
        .Add("Chat.slnx", """
            <Solution>
              <Project Path="Server/Server.csproj" />
              <Project Path="Client/Client.csproj" />
            </Solution>
            """)
        .Add(".editorconfig", """
            root = true
            [Quiet.cs]
            dotnet_diagnostic.LL9001.severity = none
            [Loud.cs]
            dotnet_diagnostic.LL9001.severity = error
            """)
        .Add("Server/Server.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="../Shared/Address.cs" />
              </ItemGroup>
            </Project>
            """)
        .Add("Server/Program.cs", """
            var app = WebApplication.CreateBuilder(args).Build();
            	app.Run("http://localhost:5000");
            """)
        .Add("Server/appsettings.json", """
            { "Urls": "http://localhost:5000" }
            """)
        .Add("Server/Quiet.cs", """class Quiet { string s = "localhost"; }""")
        .Add("Server/Loud.cs", """class Loud { string s = "localhost"; }""")
        .Add("Server/Off.cs", """class Off { string s = "off"; string h = "hint"; }""")
        .Add("Server/Suppressed.cs", """
            #pragma warning disable LL9001
            class ByPragma { string s = "localhost"; }
            #pragma warning restore LL9001
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Sample", "LL9001", Justification = "A proxy stands before it.")]
            class ByAttribute { string s = "localhost"; }
            """)
        .Add("Client/Client.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="../Shared/Address.cs" />
              </ItemGroup>
            </Project>
            """)
        .Add("Client/Half.cs", """class Half { void M() { var s = "localhost"; Open(s, """)
        .Add("Shared/Address.cs", """class Address { public string Host = "localhost"; }""");

    public string Path => _folder.Path;

    public string this[string relative] => _folder[relative];

    public void Dispose() => _folder.Dispose();
}
