using CustomerSuccess.Health;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>The accounts of one segment, counted by band and by trend, with what they pay a year.</summary>
internal sealed class SegmentTally(string name, IReadOnlyList<ScoredAccount> accounts, HealthBands bands)
{
    public string Name => name;

    public int Customers => accounts.Count;

    public int NoScore => accounts.Count(a => a.Score.BandIndex < 0);

    public decimal Revenue => accounts.Sum(a => a.Revenue);

    public int Rising => accounts.Count(a => a.Trend == TrendDirection.Rising);

    public int Falling => accounts.Count(a => a.Trend == TrendDirection.Falling);

    /// <summary>Of each band, worst first, the accounts and their revenue.</summary>
    public IEnumerable<(HealthBand Band, int Customers, decimal Revenue)> Bands =>
        from band in bands.Bands.Select((b, i) => (Band: b, Index: i))
        let held = accounts.Where(a => a.Score.BandIndex == band.Index).ToList()
        select (band.Band, held.Count, held.Sum(a => a.Revenue));

    /// <summary>The segments in the order in which they win.</summary>
    public static IEnumerable<SegmentTally> Of(SignalPortfolio portfolio, IEnumerable<string> segments, HealthBands bands) =>
        segments.Select(s => new SegmentTally(s, [.. portfolio.Accounts.Where(a => a.Segment == s)], bands));
}
