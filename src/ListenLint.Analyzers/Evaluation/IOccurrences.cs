using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Finds where a compilation writes a name, without binding anything.</summary>
internal interface IOccurrences
{
    /// <summary>Every simple name of this text in code (no comments, no strings), in the order of trees and positions.</summary>
    IEnumerable<SyntaxNode> Of(string name);

    /// <summary>Every target-typed <c>new(…)</c> in the compilation.</summary>
    IEnumerable<SyntaxNode> ImplicitCreations();
}
