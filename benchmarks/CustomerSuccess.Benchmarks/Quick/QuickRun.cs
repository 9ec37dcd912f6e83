using CustomerSuccess.Benchmarks.Documents;
using CustomerSuccess.Benchmarks.Expressions;
using CustomerSuccess.Benchmarks.Health;
using CustomerSuccess.Benchmarks.Interventions;
using CustomerSuccess.Benchmarks.Plans;
using CustomerSuccess.Benchmarks.Proof;
using CustomerSuccess.Benchmarks.Signals;

namespace CustomerSuccess.Benchmarks.Quick;

/// <summary>The quick measurements, by feature. A missed goal is said and does not fail the run; a wrong result does.</summary>
internal static class QuickRun
{
    private static readonly (string Feature, Action<QuickReport> Measure)[] Features =
    [
        ("documents", DocumentQuick.Measure),
        ("expressions", ExpressionQuick.Measure),
        ("health", HealthQuick.Measure),
        ("interventions", InterventionQuick.Measure),
        ("plans", PlanQuick.Measure),
        ("proof", ProofQuick.Measure),
        ("signals", SignalQuick.Measure),
    ];

    public static int Run(string[] names)
    {
        var unknown = names.Where(n => !Features.Any(f => f.Feature == n)).ToArray();
        if (unknown.Length > 0)
        {
            Console.Error.WriteLine(
                $"No quick benchmarks for {string.Join(", ", unknown.Select(n => $"'{n}'"))}. There are: {string.Join(", ", Features.Select(f => f.Feature))}.");
            return 2;
        }

        foreach (var (feature, measure) in Features.Where(f => names.Length == 0 || names.Contains(f.Feature)))
        {
            var report = new QuickReport(feature);
            measure(report);
            report.Finish();
        }

        return 0;
    }
}
