using System.Globalization;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>
/// The address that a .NET image of Microsoft's sets by itself. From the Dockerfiles of github.com/dotnet/dotnet-docker, read at
/// 3ed00b61 (2026-08) for .NET 8 and later and at its states of 2019-10, 2020-12, 2021-07, 2022-11, 2023-12 and 2024-11 before:
/// <list type="bullet">
/// <item>runtime-deps (on Windows: runtime) sets it, runtime and aspnet are built on that and inherit it.</item>
/// <item>Since 8.0 it is <c>ASPNETCORE_HTTP_PORTS=8080</c> (eng/dockerfile-templates/Dockerfile.common-dotnet-envs). The SDK is
/// built on aspnet and, since 8.0, leaves it as it is.</item>
/// <item>Before 8.0 it is <c>ASPNETCORE_URLS=http://+:80</c>, in images without a root user (distroless, chiseled)
/// <c>http://+:8080</c>. The SDK sets 80 itself up to 2.2, and empties the variable or never has it from 3.0 to 7.0.</item>
/// </list>
/// </summary>
internal static class DockerImageDefaults
{
    private static readonly string[] Repositories =
        ["mcr.microsoft.com/dotnet/nightly/", "mcr.microsoft.com/dotnet/core-nightly/", "mcr.microsoft.com/dotnet/core/", "mcr.microsoft.com/dotnet/"];

    /// <summary>The variable and its value; null for every image and tag of which that is not known.</summary>
    public static (string Variable, string Value)? Find(string image)
    {
        if (Split(image) is not { } parts || MajorVersion(parts.Tag) is not { } major)
            return null;

        if (parts.Name is not ("runtime-deps" or "runtime" or "aspnet" or "sdk"))
            return null;

        if (major >= 8)
            return ("ASPNETCORE_HTTP_PORTS", "8080");

        if (parts.Name == "sdk" && major >= 3)
            return null;

        bool hasNoRoot = parts.Tag.Contains("distroless") || parts.Tag.Contains("chiseled");
        return ("ASPNETCORE_URLS", hasNoRoot ? "http://+:8080" : "http://+:80");
    }

    private static (string Name, string Tag)? Split(string image)
    {
        int digest = image.IndexOf('@');
        string name = digest < 0 ? image : image.Substring(0, digest);
        string? repository = Array.Find(Repositories, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (repository is null)
            return null;

        name = name.Substring(repository.Length);
        int colon = name.IndexOf(':');
        if (colon >= 0)
            return (name.Substring(0, colon), name.Substring(colon + 1));

        // A digest alone says nothing of the version.
        return digest < 0 ? (name, "latest") : null;
    }

    private static int? MajorVersion(string tag)
    {
        if (tag == "latest")
            return int.MaxValue;

        // The previews of 8.0 moved from one port to the other; only numbers such as 8.0 and 8.0.11 are published otherwise.
        if (tag.StartsWith("8.0", StringComparison.Ordinal) && (tag.Contains("preview") || tag.Contains("-rc")))
            return null;

        int dot = tag.IndexOf('.');
        return dot > 0 && int.TryParse(tag.Substring(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? major : null;
    }
}
