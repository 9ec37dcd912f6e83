namespace CustomerSuccess.Interventions;

/// <summary>
/// Finds the fewest values of what is read, and parts, that would have to be otherwise for a condition to come out as wanted. Ways are built from the
/// parts up: for "and" each way of one operand with each of the others, for "or" those of all operands; "not" wants the opposite. Ways that contradict
/// themselves fall away. Of each part the 64 with the fewest changes are kept, the first of equals.
/// </summary>
internal static class ChangeSearch
{
    private const int Most = 64;

    /// <summary>The best way; null where there is none.</summary>
    public static Way? Best(ReadPart part, bool wanted) => Ways(part, wanted).FirstOrDefault();

    private static Way[] Ways(ReadPart part, bool wanted)
    {
        if (part.Leaf is { } leaf)
        {
            return leaf.IsConstant
                ? leaf.Holds.IsKnown && leaf.Holds.Value == wanted ? [Way.Nothing] : []
                : [Way.Of(leaf, wanted)];
        }

        if (part.Kind == ConditionKind.Not)
        {
            return Ways(part.Parts[0], !wanted);
        }

        return (part.Kind == ConditionKind.All) == wanted
            ? part.Parts.Aggregate<ReadPart, Way[]>([Way.Nothing], (ways, next) => Kept(Ways(next, wanted) is var more ? ways.SelectMany(w => more.Select(w.And)).OfType<Way>() : []))
            : Kept(part.Parts.SelectMany(p => Ways(p, wanted)));
    }

    private static Way[] Kept(IEnumerable<Way> ways) => [.. ways.OrderBy(w => w.Cost).Take(Most)];
}

/// <summary>What has to be for a condition to come out as wanted: values within demands, and parts that hold or do not. Immutable.</summary>
internal sealed class Way
{
    private readonly (ComparedValue Value, Demand Demand, IReadOnlyList<string> Reads)[] _demands;
    private readonly (ConditionLeaf Leaf, bool Wanted)[] _others;

    private Way((ComparedValue, Demand, IReadOnlyList<string>)[] demands, (ConditionLeaf, bool)[] others) => (_demands, _others) = (demands, others);

    public static Way Nothing { get; } = new([], []);

    /// <summary>How many things have to change.</summary>
    public int Cost => _demands.Count(d => IsChange(d.Value, d.Demand)) + _others.Count(IsChange);

    public static Way Of(ConditionLeaf leaf, bool wanted) => leaf.Compared is { } value
        ? new([(value, (wanted ? leaf.WhenTrue : leaf.WhenFalse)!, leaf.Reads)], [])
        : new([], [(leaf, wanted)]);

    /// <summary>Both; null where they contradict each other.</summary>
    public Way? And(Way other)
    {
        var demands = _demands.ToList();
        foreach (var next in other._demands)
        {
            var same = demands.FindIndex(d => d.Value.Subject == next.Value.Subject && d.Demand.Scale == next.Demand.Scale);
            if (same < 0)
            {
                demands.Add(next);
            }
            else if (demands[same].Demand.And(next.Demand) is { } both)
            {
                demands[same] = (next.Value, both, next.Reads);
            }
            else
            {
                return null;
            }
        }

        return demands.TrueForAll(d => d.Demand.IsPossible) && !_others.Any(o => other._others.Any(n => n.Leaf.Text == o.Leaf.Text && n.Wanted != o.Wanted))
            ? new([.. demands], [.. _others.Concat(other._others).DistinctBy(o => o.Leaf.Text)])
            : null;
    }

    /// <summary>What has to change, in the order of the condition.</summary>
    public IReadOnlyList<ConditionChange> Changes =>
    [
        .. _demands.Where(d => IsChange(d.Value, d.Demand)).Select(d => new ConditionChange
        {
            Subject = d.Value.Subject, Value = d.Value.Shown, Needed = $"{d.Demand}", Nearest = d.Demand.Nearest(d.Value.Now), IsComparison = true,
        }),
        .. _others.Where(IsChange).Select(o => new ConditionChange
        {
            Subject = o.Leaf.Text, Value = o.Leaf.Holds.IsKnown ? Reading.Known(o.Leaf.Holds.Value ? "holds" : "does not hold") : Reading.Unknown<string>(o.Leaf.Holds.Causes), Needed = o.Wanted ? "holds" : "does not hold",
        }),
    ];

    /// <summary>Whether what changes is read as it is, and by nothing else that has to stay or change.</summary>
    public bool IsCertain
    {
        get
        {
            var reads = _demands.Select(d => (IsChange: IsChange(d.Value, d.Demand), d.Value.IsPlain, d.Reads)).Concat(_others.Select(o => (IsChange: IsChange(o), IsPlain: false, o.Leaf.Reads))).ToArray();
            return !reads.Where((one, i) => one.IsChange && reads.Where((other, j) => i != j && (Overlap(one.Reads, other.Reads) || IsFact(one.Reads) != IsFact(other.Reads))).Any()).Any();
        }
    }

    private static bool IsChange(ComparedValue value, Demand demand) => value.Now is not { } now || !demand.Allows(now);

    private static bool IsChange((ConditionLeaf Leaf, bool Wanted) other) => !other.Leaf.Holds.IsKnown || other.Leaf.Holds.Value != other.Wanted;

    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Any(o => other.Any(n => o == n || o.StartsWith($"{n}.", StringComparison.Ordinal) || n.StartsWith($"{o}.", StringComparison.Ordinal)));

    private static bool IsFact(IReadOnlyList<string> reads) => reads.Any(r => r.StartsWith("fact ", StringComparison.Ordinal));
}
