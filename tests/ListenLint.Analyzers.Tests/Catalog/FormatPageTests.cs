using System.Text.RegularExpressions;
using ListenLint.Analyzers.Catalog;
using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Analyzers.Tests.Catalog;

/// <summary>docs/apis-txt.md is a reference: its examples are read, and nothing that the parser takes is missing from it.</summary>
public sealed class FormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "apis-txt.md"));

    public static TheoryData<string> Examples() =>
        [.. Regex.Matches(Page, "```apis\r?\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_without_an_error(string example)
    {
        var parsed = ApiRowParser.Parse(example);
        Assert.Empty(parsed.Errors);
        Assert.NotEmpty(parsed.Rows);
    }

    [Fact]
    public void Every_key_has_its_place_in_a_table() =>
        Assert.All(ApiRowKey.Names, key => Assert.Matches($@"(?m)^\| (`[a-z0-9-]+`, )?`{key}`", Page));

    [Fact]
    public void Every_grammar_is_named() =>
        Assert.All(Enum.GetNames<AddressGrammar>(), grammar => Assert.Contains($"`{grammar}`", Page, StringComparison.Ordinal));
}
