using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A row by names, with the customer's segment and previous band.</summary>
internal sealed record RowPlan(IReadOnlyDictionary<string, double> Values, string? Segment, int PreviousBand)
{
    private static readonly DateTimeOffset AsOf = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public double this[string name] => Values.TryGetValue(name, out var value) ? value : double.NaN;

    public double[] For(Scorecard card) => [.. card.Inputs.Select(name => this[name])];

    public RowPlan With(string name, double value) => this with { Values = new Dictionary<string, double>(Values, StringComparer.Ordinal) { [name] = value } };

    public HealthScore Score(Scorecard card) => card.Score(For(card), new ScoreRequest
    {
        AsOf = AsOf,
        Segment = Segment,
        PreviousBand = PreviousBand < 0 || PreviousBand >= card.Bands.Bands.Count ? null : card.Bands.Bands[PreviousBand].Name,
    });
}
