using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Compose;

/// <summary>Replaces <c>${NAME:-default}</c> as compose does before it reads a value; <c>$$</c> is a dollar sign.</summary>
internal static class ComposeInterpolation
{
    public static PlacedText Apply(PlacedText value)
    {
        if (value.Text.IndexOf('$') < 0)
            return value;

        var result = new PlacedText.Builder();
        for (int i = 0; i < value.Text.Length;)
        {
            bool isEscaped = value.Text[i] == '$' && i + 1 < value.Text.Length && value.Text[i + 1] == '$';
            if (isEscaped || value.Text[i] != '$')
            {
                result.Append(value, i);
                i += isEscaped ? 2 : 1;
            }
            else
            {
                // The shell and .env decide; what stands behind :- holds where they are silent.
                i = VariableExpansion.Append(value, i, _ => null, result);
            }
        }

        return result.Build(value.Range);
    }
}
