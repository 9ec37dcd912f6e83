using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Writing;

/// <summary>The health of some accounts at the end of every month, each score as of 00:00 UTC of the last day, with what was known then.</summary>
internal static class MonthEndScores
{
    public const string File = "scores.csv";

    public static readonly string[] Header = ["customer", "date", "score", "segment"];

    /// <summary>Lines by account and date. Of a customer who is lost, and of one of whom too little is known, there is none.</summary>
    public static IEnumerable<string?[]> Of(IReadOnlyList<SimulatedAccount> accounts, DateTimeOffset end)
    {
        var (log, signals) = (new AccountLog(), Simulation.NewSignals());
        foreach (var account in accounts)
            account.AddTo(log, signals);
        var health = SignalHealth.In(ShippedFile.AccountDocuments).Over(CustomerSources.InMemory(log, signals));
        var scores = Calendar.MonthEnds(SimulationOptions.Start, end)
            .SelectMany(at => health.ScorePortfolioAsync(at).ToBlockingEnumerable())
            .Where(s => s is { Value: not null, FrozenAt: null })
            .ToLookup(s => s.CustomerId, StringComparer.Ordinal);
        return accounts.SelectMany(a => scores[a.Id]).Select(s => (string?[])[s.CustomerId, CsvText.Of(s.AsOf), Rounded(s.Value!.Value), s.Segment]);
    }

    private static string Rounded(double score) => Math.Round((decimal)score, 1, MidpointRounding.AwayFromZero).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
