using ListenLint.Tool.Loading;
using Xunit;

namespace ListenLint.Tool.Tests.Loading;

public sealed class TargetResolverTests
{
    [Fact]
    public async Task A_folder_without_a_solution_means_all_projects_below_it()
    {
        using var folder = new TemporaryFolder()
            .Add("src/A/A.csproj", "<Project />").Add("src/B/B.csproj", "<Project />").Add("src/B/bin/C.csproj", "<Project />").Add("node_modules/x/D.csproj", "<Project />");

        var target = await Resolve(folder, null);

        Assert.Null(target.Solution);
        Assert.Equal([folder["src/A/A.csproj"], folder["src/B/B.csproj"]], target.Projects);
    }

    [Theory]
    [InlineData("All.sln")]
    [InlineData("All.slnx")]
    [InlineData("All.slnf")]
    public async Task A_solution_names_its_csharp_projects_also_those_that_are_missing(string name)
    {
        using var folder = new TemporaryFolder()
            .Add("All.slnx", """<Solution><Project Path="A\A.csproj" /><Project Path="F/F.fsproj" /><Project Path="Gone/Gone.csproj" /></Solution>""")
            .Add("All.slnf", """{ "solution": { "path": "All.slnx", "projects": [ "A\\A.csproj", "F\\F.fsproj", "Gone\\Gone.csproj", ] } }""")
            .Add("All.sln", """
                Microsoft Visual Studio Solution File, Format Version 12.00
                Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "A", "A\A.csproj", "{11111111-1111-1111-1111-111111111111}"
                EndProject
                Project("{F2A71F9B-5D33-465A-A702-920D77279786}") = "F", "F\F.fsproj", "{22222222-2222-2222-2222-222222222222}"
                EndProject
                Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Gone", "Gone\Gone.csproj", "{33333333-3333-3333-3333-333333333333}"
                EndProject
                Global
                EndGlobal
                """);

        var target = await Resolve(folder, name);

        Assert.Equal([folder["A/A.csproj"], folder["Gone/Gone.csproj"]], target.Projects);
        Assert.Equal(1, target.OtherLanguages);
        Assert.Equal(folder[name], target.Solution);
    }

    private static Task<LoadTarget> Resolve(TemporaryFolder folder, string? path) =>
        new TargetResolver(folder.Path).ResolveAsync(path, TestContext.Current.CancellationToken);
}
