using System.Collections.Immutable;
using System.Globalization;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>A stretch of a text that an expression builds.</summary>
/// <param name="Letters">Where these very letters stand in the source; null when something else stands there.</param>
/// <param name="Source">Where the value of this stretch is written, if it is known and written elsewhere.</param>
internal sealed record TextStretch(SyntaxNode Node, TextRange Range, TextSpan? Letters, ExpressionSyntax? Source);

/// <summary>The text that an expression builds, stretch by stretch, with a hole for each that is not known.</summary>
internal sealed record WrittenText(string Text, ImmutableArray<TextStretch> Stretches)
{
    public bool HasHole => Text.IndexOf(ListenAddress.Hole) >= 0;

    public static WrittenText? Of(ExpressionSyntax expression, Func<ExpressionSyntax, Value> evaluate)
    {
        var reader = new Reader(evaluate);
        reader.Read(expression);
        return reader.Stretches.Count == 0 ? null : new WrittenText(reader.Text, reader.Stretches.ToImmutableArray());
    }

    /// <summary>The stretch that holds the whole range; null when it lies across several.</summary>
    public TextStretch? Holding(TextRange range)
    {
        foreach (var stretch in Stretches)
        {
            if (stretch.Range.Start <= range.Start && range.End <= stretch.Range.End && (range.Length > 0 || stretch.Letters is not null))
            {
                return stretch;
            }
        }

        return null;
    }

    private sealed class Reader(Func<ExpressionSyntax, Value> evaluate)
    {
        public string Text { get; private set; } = "";

        public List<TextStretch> Stretches { get; } = [];

        public void Read(ExpressionSyntax expression)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    Read(parenthesized.Expression);
                    break;
                case LiteralExpressionSyntax literal when literal.Token.Value is string:
                    AddLetters(literal, literal.Token);
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    Read(sum.Left);
                    Read(sum.Right);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        Read(content);
                    }

                    break;
                default:
                    AddValue(expression, expression);
                    break;
            }
        }

        private void Read(InterpolatedStringContentSyntax content)
        {
            if (content is InterpolatedStringTextSyntax text)
            {
                AddLetters(text, text.TextToken);
            }
            else if (content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } plain)
            {
                AddValue(plain, plain.Expression);
            }
            else
            {
                Add(content, ListenAddress.Hole.ToString(), null, null);
            }
        }

        // An escape or the indentation of a raw string makes source and value differ: then the letters are not found.
        private void AddLetters(SyntaxNode node, SyntaxToken token)
        {
            var value = token.ValueText;
            var at = value.Length == 0 ? -1 : token.Text.IndexOf(value, StringComparison.Ordinal);
            var isUnique = at >= 0 && token.Text.IndexOf(value, at + 1, StringComparison.Ordinal) < 0;
            Add(node, value, isUnique ? new TextSpan(token.SpanStart + at, value.Length) : null, null);
        }

        private void AddValue(SyntaxNode node, ExpressionSyntax expression)
        {
            var value = evaluate(expression);
            var atom = value is { IsComplete: true, Atoms.Length: 1 } ? value.Atoms[0] : null;
            var text = atom switch
            {
                TextAtom known => known.Text,
                NumberAtom number => number.Number.ToString(CultureInfo.InvariantCulture),
                AddressAtom address => address.Text,
                _ => ListenAddress.Hole.ToString(),
            };
            var source = atom?.Origin is { } origin
                ? origin.Tree.GetRoot().FindNode(origin.Span, getInnermostNodeForTie: true) as ExpressionSyntax
                : null;
            Add(node, text, null, source == expression ? null : source);
        }

        private void Add(SyntaxNode node, string text, TextSpan? letters, ExpressionSyntax? source)
        {
            Stretches.Add(new TextStretch(node, new TextRange(Text.Length, text.Length), letters, source));
            Text += text;
        }
    }
}
