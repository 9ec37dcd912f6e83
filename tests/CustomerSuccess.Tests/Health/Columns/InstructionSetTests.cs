using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CustomerSuccess.Tests.Health.Columns;

/// <summary>Scores a fixed portfolio in processes of their own, in which instruction sets are switched off.</summary>
public sealed class InstructionSetTests
{
    /// <summary>The bits of engine semantics 1. Another hash here needs another engine semantics number.</summary>
    private const string Pinned = "c73356bfc1fa26222e0d952ed46ce36002566c8f1e8f5c1cddbf8655979a7748";

    private static readonly Lazy<Probe> AsItIs = new(() => Probe.Run(null));

    [Fact]
    public void The_bits_are_those_of_this_engine_semantics_number()
    {
        Assert.Equal(1, One.Measures(1).Build().Definition.EngineSemantics);
        Assert.Equal((Pinned, Pinned, Pinned), (AsItIs.Value.Rows, AsItIs.Value.Columns, AsItIs.Value.Threads));
    }

    [SkippableTheory]
    [InlineData("EnableAVX512", 0)]
    [InlineData("EnableAVX2", 1)]
    [InlineData("EnableHWIntrinsic", 2)]
    public void A_processor_without_some_instructions_gives_the_same_bits(string without, int lanes)
    {
        Skip.IfNot(AsItIs.Value.Accelerated[lanes], $"This machine has nothing that {without} could switch off.");
        var probe = Probe.Run($"DOTNET_{without}");

        Assert.False(probe.Accelerated[lanes], $"{without} switched nothing off.");
        Assert.Equal((Pinned, Pinned, Pinned), (probe.Rows, probe.Columns, probe.Threads));
    }

    /// <param name="Rows">The hash of the bits of all rows.</param>
    /// <param name="Columns">The hash of the bits of all columns, on one thread.</param>
    /// <param name="Threads">The hash of the bits of all columns, on two.</param>
    /// <param name="Accelerated">Whether vectors of 512, 256 and 128 bits are accelerated.</param>
    private sealed record Probe(string Rows, string Columns, string Threads, bool[] Accelerated)
    {
        public static Probe Run(string? off)
        {
            var start = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CustomerSuccess.BitsProbe.dll"));
            foreach (var variable in start.Environment.Keys.Where(k => k.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase)).ToArray())
            {
                start.Environment.Remove(variable);
            }

            if (off is not null)
            {
                start.Environment[off] = "0";
            }

            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1..]);
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
            return new Probe(lines["rows"][0], lines["columns"][0], lines["threads"][0], [.. lines["lanes"].Select(bool.Parse)]);
        }
    }
}
