using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Facts;

/// <summary>Test code is known by what it references, not by its folder: servers in projects called Test.* are real consoles.</summary>
internal static class TestFrameworks
{
    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
        "Microsoft.AspNetCore.Mvc.Testing",
        "Microsoft.AspNetCore.TestHost",
    };

    public static bool AreReferencedBy(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(name => Assemblies.Contains(name.Name));
}
