using BenchmarkDotNet.Running;
using CustomerSuccess.Benchmarks.Quick;

// --quick [FEATURE] prints ratios to peers and limits in under a minute a feature; anything else goes to BenchmarkDotNet.
if (args is ["--quick", ..])
{
    return QuickRun.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
