using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary>How the tests ask; <c>␣</c> stands for a hole, as it can be seen.</summary>
internal static class Reading
{
    public static ListenAddress One(string text, AddressGrammar grammar) => Assert.Single(All(text, grammar));

    public static IReadOnlyList<ListenAddress> All(string text, AddressGrammar grammar) =>
        ListenAddressParser.Parse(WithHoles(text), grammar);

    public static string WithHoles(string text) => text.Replace('␣', ListenAddress.Hole);

    public static string? Shown(string? text) => text?.Replace(ListenAddress.Hole, '␣');
}
