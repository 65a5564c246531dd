using BenchmarkDotNet.Running;
using ListenLint.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(WholeCompilation)]).Run(args);
