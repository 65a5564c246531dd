namespace ListenLint.Analyzers.Tests;
public sealed class SmokeTests { [Xunit.Fact] public void Runs() => Xunit.Assert.Equal(4, 2 + 2); }
