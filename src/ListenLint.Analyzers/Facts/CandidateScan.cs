using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// Finds names by reading the text, not the nodes: a walk makes every node of every file, a read makes those of the few
/// files that hold a name.
/// </summary>
internal static class CandidateScan
{
    private const int ChunkLength = 8192;

    private static readonly int NewHash = IdentifierHash.Of("new");

    // One for each thread: a compiler scans thousands of trees, and System.Buffers would be one dll more to find on its host.
    [ThreadStatic]
    private static char[]? s_chunk;

    public static Candidates Of(SyntaxTree tree, NameSet names, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken);
        var hits = ImmutableArray.CreateBuilder<int>();
        var creations = ImmutableArray.CreateBuilder<int>();
        Scan(text, s_chunk ??= new char[ChunkLength], names, hits, creations, cancellationToken);
        if (hits.Count == 0 && creations.Count == 0)
        {
            return new Candidates(ImmutableArray<int>.Empty, ImmutableArray<int>.Empty);
        }

        var confirmed = ImmutableArray<int>.Empty;
        if (hits.Count > 0)
        {
            var root = tree.GetRoot(cancellationToken);
            confirmed = hits.Where(position => IsCandidate(root, position, names)).ToImmutableArray();
        }

        return new Candidates(confirmed, creations.ToImmutable());
    }

    private static void Scan(
        SourceText text,
        char[] chunk,
        NameSet names,
        ImmutableArray<int>.Builder hits,
        ImmutableArray<int>.Builder creations,
        CancellationToken cancellationToken)
    {
        var wordStart = -1;
        var isNumber = false;
        var hash = IdentifierHash.Start;
        var lastNew = -1;
        for (var chunkStart = 0; chunkStart < text.Length; chunkStart += chunk.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(chunk.Length, text.Length - chunkStart);
            text.CopyTo(chunkStart, chunk, 0, count);
            for (var i = 0; i < count; i++)
            {
                var c = chunk[i];
                if (IsWordCharacter(c))
                {
                    if (wordStart < 0)
                    {
                        wordStart = chunkStart + i;
                        isNumber = c is >= '0' and <= '9';
                        hash = IdentifierHash.Start;
                    }

                    hash = IdentifierHash.Next(hash, c);
                    lastNew = -1;
                    continue;
                }

                if (wordStart >= 0)
                {
                    lastNew = EndWord(text, names, hits, wordStart, chunkStart + i, isNumber, hash);
                    wordStart = -1;
                }

                if (c == '(' && lastNew >= 0)
                {
                    creations.Add(lastNew);
                }

                if (c is not (' ' or '\t' or '\r' or '\n'))
                {
                    lastNew = -1;
                }
            }
        }

        if (wordStart >= 0)
        {
            EndWord(text, names, hits, wordStart, text.Length, isNumber, hash);
        }
    }

    /// <summary>Records a word of the set; answers its position when it is <c>new</c>.</summary>
    private static int EndWord(
        SourceText text, NameSet names, ImmutableArray<int>.Builder hits, int start, int end, bool isNumber, int hash)
    {
        if (isNumber)
        {
            return -1;
        }

        if (names.MayContain(hash))
        {
            var word = text.ToString(TextSpan.FromBounds(start, end));
            if (names.ContainsName(word) || names.ContainsLiteral(word))
            {
                hits.Add(start);
            }
        }

        return end - start == 3 && hash == NewHash && text[start] == 'n' ? start : -1;
    }

    private static bool IsWordCharacter(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (c > 127 && char.IsLetterOrDigit(c));

    /// <summary>A comment, a disabled region or a part of a longer literal is none.</summary>
    private static bool IsCandidate(SyntaxNode root, int position, NameSet names)
    {
        var token = root.FindToken(position);
        if (!token.Span.Contains(position))
        {
            return false;
        }

        return token.Kind() switch
        {
            SyntaxKind.IdentifierToken => token.Parent is SimpleNameSyntax && names.ContainsName(token.ValueText),
            SyntaxKind.StringLiteralToken => position <= token.SpanStart + 3 && names.ContainsLiteral(FirstWord(token.ValueText)),
            _ => false,
        };
    }

    private static string FirstWord(string text)
    {
        var length = text.TakeWhile(IsWordCharacter).Count();
        return text.Substring(0, length);
    }
}
