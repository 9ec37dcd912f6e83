using System.Diagnostics;
using System.Text.Json;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The sample as a process: what a shell sees, with a heap that could not hold the files.</summary>
public sealed class PortfolioProcessTests
{
    private const int Megabyte = 1 << 20;

    // 24 MiB: less than the files below have, and half of what they would take as text.
    private const string SmallHeap = "0x1800000";

    [Fact]
    public void From_any_folder_it_finds_its_data_and_prints_json_alone()
    {
        var (exitCode, output, error) = Start(Path.GetTempPath(), "--json");
        Assert.Equal((0, ""), (exitCode, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(327357, json.RootElement.GetProperty("scoreA").GetProperty("sum").GetDouble());
    }

    [Fact]
    public void A_file_larger_than_the_heap_is_streamed_and_scored()
    {
        using var file = new TemporaryFile();
        var rows = 0;
        using (var writer = new StreamWriter(file.Path))
        {
            writer.WriteLine(PortfolioRun.Header);
            for (var written = 0; written < 30 * Megabyte; rows++)
            {
                var row = PortfolioRun.Row(id: FormattableString.Invariant($"T{rows}"), monthlyCharges: FormattableString.Invariant($"{20 + rows % 9_999 / 100.0}"));
                writer.WriteLine(row);
                written += row.Length;
            }
        }

        var (exitCode, output, error) = Start(Path.GetTempPath(), "--json", "--file", file.Path);
        Assert.Equal((0, ""), (exitCode, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(rows, json.RootElement.GetProperty("customers").GetInt32());
    }

    [Fact]
    public void A_line_larger_than_the_heap_is_refused()
    {
        using var file = new TemporaryFile();
        using (var stream = File.Create(file.Path))
        {
            var block = new byte[Megabyte];
            block.AsSpan().Fill((byte)',');
            for (var i = 0; i < 30; i++)
                stream.Write(block);
        }

        var (exitCode, output, error) = Start(Path.GetTempPath(), "--json", "--file", file.Path);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("line 1", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_simulated_in_one_process_is_judged_in_another()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((0, ""), Ended(Start(Path.GetTempPath(), "simulate", "--out", folder.Path, "--accounts", "40", "--days", "400")));
        var (exitCode, output, error) = Start(folder.Path, "judge", "scores.csv", "judge_outcomes.csv", "--json");
        Assert.Equal((0, ""), (exitCode, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("replayed", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(2, Start(folder.Path, "judge", "scores.csv", "scores.csv").ExitCode);
    }

    private static (int ExitCode, string Error) Ended((int ExitCode, string Output, string Error) run) => (run.ExitCode, run.Error);

    private static (int ExitCode, string Output, string Error) Start(string folder, params string[] args)
    {
        // The reference from the tests puts the sample with its data beside them, whatever the configuration.
        var sample = Path.Combine(AppContext.BaseDirectory, "Portfolio.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [sample, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = SmallHeap;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
