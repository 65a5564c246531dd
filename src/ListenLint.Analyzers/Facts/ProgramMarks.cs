using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Facts;

/// <summary>Calls that name no address but change what the addresses of others mean.</summary>
[Flags]
internal enum Marks
{
    None = 0,

    /// <summary>Makes a web host: without an address of its own it listens on localhost:5000.</summary>
    CreatesWebHost = 1,

    /// <summary>A reverse proxy stands before the server.</summary>
    BehindProxy = 2,

    /// <summary>IIS gives the address.</summary>
    BehindIis = 4,

    /// <summary>URLs beat endpoints: <c>PreferHostingUrls(true)</c>.</summary>
    PrefersUrls = 8,

    /// <summary>Addresses are set in a way that is not followed: another configuration section, a cleared list, another server.</summary>
    Unfollowed = 16,
}

internal static class ProgramMarks
{
    private static readonly ImmutableDictionary<string, Marks> ByMember = new Dictionary<string, Marks>
    {
        ["Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder"] = Marks.CreatesWebHost,
        ["Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder"] = Marks.CreatesWebHost,
        ["Microsoft.AspNetCore.Builder.WebApplication.CreateEmptyBuilder"] = Marks.CreatesWebHost | Marks.Unfollowed,
        ["Microsoft.AspNetCore.Builder.WebApplication.Create"] = Marks.CreatesWebHost,
        ["Microsoft.AspNetCore.WebHost.CreateDefaultBuilder"] = Marks.CreatesWebHost,
        ["Microsoft.AspNetCore.Hosting.WebHostBuilder.#ctor"] = Marks.CreatesWebHost | Marks.Unfollowed,
        ["Microsoft.Extensions.Hosting.GenericHostBuilderExtensions.ConfigureWebHostDefaults"] = Marks.CreatesWebHost,
        ["Microsoft.Extensions.Hosting.GenericHostWebHostBuilderExtensions.ConfigureWebHost"] = Marks.CreatesWebHost | Marks.Unfollowed,
        ["Microsoft.AspNetCore.Builder.ForwardedHeadersExtensions.UseForwardedHeaders"] = Marks.BehindProxy,
        ["Microsoft.AspNetCore.Hosting.WebHostBuilderIISExtensions.UseIISIntegration"] = Marks.BehindIis,
        ["Microsoft.AspNetCore.Hosting.WebHostBuilderIISExtensions.UseIIS"] = Marks.BehindIis,
        ["Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.PreferHostingUrls"] = Marks.PrefersUrls,
        ["Microsoft.AspNetCore.Hosting.WebHostBuilderHttpSysExtensions.UseHttpSys"] = Marks.Unfollowed,
        ["Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions.Configure"] = Marks.Unfollowed,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static ImmutableHashSet<string> Names { get; } = ByMember.Keys
        .Select(member => member.EndsWith(".#ctor", StringComparison.Ordinal) ? member.Split('.')[member.Split('.').Length - 2] : member.Substring(member.LastIndexOf('.') + 1))
        .Append("Sources")
        .ToImmutableHashSet(StringComparer.Ordinal);

    public static Marks Of(ApiUse use)
    {
        // Configuration.Sources.Clear(): appsettings.json is no longer read.
        if (use is { Symbol: IPropertySymbol { Name: "Sources" } sources, Operation: IInvocationOperation { TargetMethod.Name: "Clear" } })
        {
            return sources.ContainingType.Name is "ConfigurationManager" or "IConfigurationBuilder" or "ConfigurationBuilder" ? Marks.Unfollowed : Marks.None;
        }

        if (use.Symbol is not IMethodSymbol method)
        {
            return Marks.None;
        }

        var id = (method.ReducedFrom ?? method).OriginalDefinition.GetDocumentationCommentId();
        if (id is null || !ByMember.TryGetValue(WithoutParameters(id), out var marks))
        {
            return Marks.None;
        }

        var isVoid = (marks == Marks.PrefersUrls && IsFalse(use)) || (method.Name == "Configure" && method.Parameters.IsEmpty);
        return isVoid ? Marks.None : marks;
    }

    private static string WithoutParameters(string id)
    {
        var end = id.IndexOfAny(['(', '`']);
        return end < 0 ? id.Substring(2) : id.Substring(2, end - 2);
    }

    private static bool IsFalse(ApiUse use) =>
        use.Operation is IInvocationOperation call
        && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: false });
}
