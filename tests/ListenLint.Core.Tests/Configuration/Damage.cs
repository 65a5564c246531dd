namespace ListenLint.Core.Tests.Configuration;

/// <summary>Damages a text as an unfinished edit or a broken disk would; the same seed gives the same texts.</summary>
internal static class Damage
{
    private const string Characters = "\"'{}[]:;,#\\$|>&*!-?<%@`\n\r\t \0=/.0a\u00e9\uFFFC\ud83d";

    public static IEnumerable<string> Of(string text, int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            char[] damaged = text.ToCharArray();
            for (int times = random.Next(1, 4); times > 0; times--)
                damaged[random.Next(damaged.Length)] = Characters[random.Next(Characters.Length)];

            yield return new(damaged);
        }
    }
}
