using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "Xunit",
        "NUnit.Framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting",
        "TUnit.Core",
    };

    /// <summary>A project whose packages were not restored references nothing yet; its source says what it wants.</summary>
    public static bool AreUsedBy(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.ReferencedAssemblyNames.Any(name => Assemblies.Contains(name.Name))
        || compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
            && unit.Usings.Any(directive => directive.Name is { } name && Namespaces.Contains(name.ToString())));
}
