using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>A measure that cannot move any score. Immutable.</summary>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Because">Why not.</param>
public sealed record DeadMeasure(string Scorecard, string Measure, string Because)
{
    /// <inheritdoc />
    public override string ToString() => $"measure '{Measure}' of '{Scorecard}': {Because}";

    internal static IReadOnlyList<DeadMeasure> Of(IEnumerable<Scorecard> scorecards) =>
        Array.AsReadOnly([.. scorecards.OrderBy(s => s.Name, StringComparer.Ordinal).SelectMany(s => s.Model.AllMeasures.Select(m => (s.Name, Measure: m.Name, Because: Why(s, m.Name))))
            .Where(d => d.Because is not null)
            .OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Measure, StringComparer.Ordinal)
            .Select(d => new DeadMeasure(d.Name, d.Measure, d.Because!))]);

    private static string? Why(Scorecard scorecard, string measure) =>
        Enumerable.Range(-1, scorecard.Segments.Count + 1).All(segment => scorecard.ShareOf(measure, segment) == 0) ? "it has no weight in any segment"
        : scorecard.IsConstant(measure) ? "its curve gives the same points to every value"
        : null;
}
