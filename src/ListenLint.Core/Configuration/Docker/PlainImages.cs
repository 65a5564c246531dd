namespace ListenLint.Core.Configuration.Docker;

/// <summary>Images that set no listen address for ASP.NET Core: distributions, and Microsoft's SDK images from 3.0 to 7.0.</summary>
internal static class PlainImages
{
    private static readonly HashSet<string> Distributions = new(StringComparer.OrdinalIgnoreCase)
    {
        "debian", "ubuntu", "alpine", "fedora", "centos", "rockylinux", "almalinux", "amazonlinux", "archlinux", "busybox", "scratch",
        "mcr.microsoft.com/cbl-mariner/base/core", "mcr.microsoft.com/azurelinux/base/core", "registry.access.redhat.com/ubi9/ubi", "registry.access.redhat.com/ubi9/ubi-minimal",
    };

    public static bool Contains(string image)
    {
        string name = image.Split('@')[0];
        int colon = name.LastIndexOf(':');
        string repository = colon > name.LastIndexOf('/') ? name.Substring(0, colon) : name;
        string tag = repository.Length < name.Length ? name.Substring(colon + 1) : string.Empty;
        if (repository.StartsWith("docker.io/library/", StringComparison.OrdinalIgnoreCase))
            repository = repository.Substring("docker.io/library/".Length);

        return Distributions.Contains(repository) || IsOldSdk(repository, tag);
    }

    private static bool IsOldSdk(string repository, string tag) =>
        repository is "mcr.microsoft.com/dotnet/sdk" or "mcr.microsoft.com/dotnet/core/sdk"
        && tag.Length > 1
        && tag[0] is >= '3' and <= '7'
        && tag[1] == '.';
}
