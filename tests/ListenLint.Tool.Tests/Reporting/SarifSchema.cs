using NJsonSchema;
using Xunit;

namespace ListenLint.Tool.Tests.Reporting;

internal static class SarifSchema
{
    public static async Task AssertValidAsync(string sarif) => Assert.Empty(await ErrorsAsync(sarif));

    public static async Task<IReadOnlyList<string>> ErrorsAsync(string sarif)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-schema-2.1.0.json"));
        return [.. schema.Validate(sarif).Select(error => error.ToString())];
    }
}
