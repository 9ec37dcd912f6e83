using CustomerSuccess.Customers;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>What a simulation came to.</summary>
internal sealed class SimulationTally(SimulationOptions options)
{
    private readonly SortedDictionary<string, long> _lines = new(StringComparer.Ordinal);
    private double _years;
    private int _voluntary;
    private int _involuntary;

    public SimulationOptions Options => options;

    public int Accounts { get; private set; }

    /// <summary>Lines of each file, without its header.</summary>
    public IReadOnlyDictionary<string, long> Lines => _lines;

    /// <summary>Customers who left of their own will, for each year of a customer; null where there is no time.</summary>
    public double? YearlyChurn => _years > 0 ? _voluntary / _years : null;

    /// <summary>Customers lost against their will, for each year of a customer.</summary>
    public double? YearlyInvoluntaryLoss => _years > 0 ? _involuntary / _years : null;

    public void Count(string file) => _lines[file] = _lines.GetValueOrDefault(file) + 1;

    public void Add(SimulatedAccount account)
    {
        Accounts++;
        _voluntary += account.Outcomes.Count(o => o.Kind == OutcomeKind.NonRenewal);
        _involuntary += account.Outcomes.Count(o => o.Kind == OutcomeKind.InvoluntaryLoss);
        DateTimeOffset? since = null;
        foreach (var version in account.Versions)
        {
            var at = version.EffectiveAt > SimulationOptions.Start ? version.EffectiveAt : SimulationOptions.Start;
            if (since is { } begun && !version.IsActive)
                (_years, since) = (_years + ((at - begun).TotalDays / 365.25), null);
            else if (version.IsActive)
                since ??= at;
        }

        if (since is { } open)
            _years += (options.End - open).TotalDays / 365.25;
    }
}
