using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Tests.Verification;

/// <summary>A source whose findings of one rule are marked: <c>[|warning|]</c>, <c>{|hint:information|}</c>.</summary>
internal static class MarkedSource
{
    /// <summary>Runs every rule, and compares what this one says, place and severity, with the marks.</summary>
    public static async Task Check(string rule, string marked, Func<string, ProjectRun> project)
    {
        var (code, expected) = Read(marked);
        var found = (await project(code).Diagnostics())
            .Where(diagnostic => diagnostic.Id == rule && diagnostic.Location.IsInSource)
            .Select(diagnostic => Describe(code, diagnostic.Location.SourceSpan, isHint: diagnostic.Severity == DiagnosticSeverity.Info));
        Assert.Equal(string.Join("\n", expected.Select(mark => Describe(code, mark.Span, mark.IsHint))), string.Join("\n", found));
    }

    private static string Describe(string code, TextSpan span, bool isHint) =>
        $"{(isHint ? "hint" : "warning")} at {span.Start}: {code.Substring(span.Start, span.Length)}";

    private static (string Code, List<(TextSpan Span, bool IsHint)> Marks) Read(string marked)
    {
        var code = new StringBuilder();
        var marks = new List<(TextSpan, bool)>();
        var start = 0;
        var isHint = false;
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0 || string.CompareOrdinal(marked, i, "{|hint:", 0, 7) == 0)
            {
                isHint = marked[i] == '{';
                start = code.Length;
                i += isHint ? 6 : 1;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0 || string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                marks.Add((TextSpan.FromBounds(start, code.Length), isHint));
                i++;
            }
            else
            {
                code.Append(marked[i]);
            }
        }

        return (code.ToString(), marks);
    }
}
