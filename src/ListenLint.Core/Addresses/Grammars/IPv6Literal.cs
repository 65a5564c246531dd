using System.Globalization;

namespace ListenLint.Core.Addresses.Grammars;

/// <summary>An IPv6 literal, with or without brackets. As in the BCL, a port behind the brackets is read over.</summary>
internal static class IPv6Literal
{
    private const int GroupCount = 8;

    public static bool TryRead(string text, out IPLiteral literal)
    {
        literal = default;
        if (!TryUnwrap(text, out var inner))
        {
            return false;
        }

        var groups = new List<int>(GroupCount);
        var gap = inner.IndexOf("::", StringComparison.Ordinal);
        bool isRead;
        if (gap < 0)
        {
            isRead = TryReadGroups(inner, mayEndWithIPv4: true, groups) && groups.Count == GroupCount;
        }
        else
        {
            isRead = TryReadAroundGap(inner.Substring(0, gap), inner.Substring(gap + 2), groups);
        }

        if (isRead)
        {
            literal = Describe(groups);
        }

        return isRead;
    }

    private static bool TryUnwrap(string text, out string inner)
    {
        inner = text;
        if (text[0] == '[')
        {
            var close = text.IndexOf(']');
            if (close < 0 || !IsPortTail(text.Substring(close + 1)))
            {
                return false;
            }

            inner = text.Substring(1, close - 1);
        }

        var scope = inner.IndexOf('%');
        if (scope >= 0)
        {
            var name = inner.Substring(scope + 1);
            inner = inner.Substring(0, scope);
            return name.IndexOfAny(['/', ']']) < 0;
        }

        return true;
    }

    private static bool IsPortTail(string tail) =>
        tail.Length == 0 || (tail.Length > 1 && tail[0] == ':' && tail.Skip(1).All(c => c is >= '0' and <= '9'));

    private static bool TryReadAroundGap(string before, string after, List<int> groups)
    {
        var tail = new List<int>(GroupCount);
        if (before.Length > 0 && !TryReadGroups(before, mayEndWithIPv4: false, groups))
        {
            return false;
        }

        if (after.Length > 0 && !TryReadGroups(after, mayEndWithIPv4: true, tail))
        {
            return false;
        }

        var missing = GroupCount - groups.Count - tail.Count;
        if (missing < 1)
        {
            return false;
        }

        groups.AddRange(Enumerable.Repeat(0, missing));
        groups.AddRange(tail);
        return true;
    }

    private static bool TryReadGroups(string text, bool mayEndWithIPv4, List<int> groups)
    {
        var parts = text.Split(':');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (groups.Count >= GroupCount)
            {
                return false;
            }

            if (isLast && mayEndWithIPv4 && parts[i].IndexOf('.') >= 0)
            {
                return TryReadDottedQuad(parts[i], groups);
            }

            if (parts[i].Length is 0 or > 4 || !parts[i].All(c => IPLiteral.DigitOf(c) >= 0))
            {
                return false;
            }

            groups.Add(int.Parse(parts[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        return true;
    }

    private static bool TryReadDottedQuad(string text, List<int> groups)
    {
        var parts = text.Split('.');
        if (parts.Length != 4 || !parts.All(IsDecimalByte))
        {
            return false;
        }

        var bytes = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        groups.Add((bytes[0] << 8) | bytes[1]);
        groups.Add((bytes[2] << 8) | bytes[3]);
        return true;
    }

    private static bool IsDecimalByte(string text) =>
        text.Length is > 0 and <= 3
        && (text.Length == 1 || text[0] != '0')
        && text.All(c => c is >= '0' and <= '9')
        && int.Parse(text, CultureInfo.InvariantCulture) <= byte.MaxValue;

    private static IPLiteral Describe(List<int> groups)
    {
        if (groups.Take(5).All(group => group == 0) && groups[5] == 0xFFFF)
        {
            var address = ((uint)groups[6] << 16) | (uint)groups[7];
            var kind = IPLiteral.KindOf(address);
            var text = string.Format(
                CultureInfo.InvariantCulture, "{0}.{1}.{2}.{3}", address >> 24, (address >> 16) & 255, (address >> 8) & 255, address & 255);
            return new IPLiteral(kind == HostKind.LoopbackIPv4 ? HostKind.LoopbackIPv6 : kind, IsIPv6: true, text);
        }

        var isZeroButLast = groups.Take(GroupCount - 1).All(group => group == 0);
        var ofLast = groups[GroupCount - 1] switch
        {
            0 => HostKind.AnyIPv6,
            1 => HostKind.LoopbackIPv6,
            _ => HostKind.Specific,
        };
        return new IPLiteral(isZeroButLast ? ofLast : HostKind.Specific, IsIPv6: true, MappedIPv4: null);
    }
}
