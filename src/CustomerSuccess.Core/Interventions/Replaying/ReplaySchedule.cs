using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <summary>
/// When something became known, of whom: at its very instant where it may make a rule fire by itself, at the next point of the grid otherwise. Moves
/// forward only.
/// </summary>
internal sealed class ReplaySchedule
{
    private readonly (DateTimeOffset At, string Customer)[] _wakes;
    private int _next;

    public ReplaySchedule(IEnumerable<CustomerHistory> customers, RuleSet rules, EvaluationGrid grid, DateTimeOffset from, DateTimeOffset to, bool onGrid)
    {
        var named = rules.Rules.SelectMany(r => RuleSources.SignalsOf(r.Content.Trigger).Select(s => s.Signal)).ToHashSet(StringComparer.Ordinal);
        var wakes = new List<(DateTimeOffset At, string Customer)>();
        foreach (var customer in customers)
        {
            foreach (var at in customer.RecordedBetween(from, to).Select(r => onGrid || (r.Signal is { } signal && !named.Contains(signal)) ? grid.FirstAfter(r.At.AddTicks(-1)) : r.At).OfType<DateTimeOffset>().Distinct())
            {
                wakes.Add((at, customer.CustomerId));
            }
        }

        _wakes = [.. wakes.Where(w => w.At <= to).OrderBy(w => w.At).ThenBy(w => w.Customer, StringComparer.Ordinal)];
    }

    /// <summary>When something becomes known next; null for never.</summary>
    public DateTimeOffset? Next => _next < _wakes.Length ? _wakes[_next].At : null;

    /// <summary>The customers of whom something became known up to an instant, since they were last asked for.</summary>
    public IReadOnlyCollection<string> Take(DateTimeOffset at)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (; _next < _wakes.Length && _wakes[_next].At <= at; _next++)
        {
            taken.Add(_wakes[_next].Customer);
        }

        return taken;
    }
}
