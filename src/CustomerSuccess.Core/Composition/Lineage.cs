using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Composition;

/// <summary>
/// What reads what: for a signal or trait the measures, exceptions, segments and named facts that read it, also through other
/// facts and segments. What a lambda reads is not known, and said so. Immutable.
/// </summary>
public sealed class Lineage
{
    private readonly CustomerHealthPlan _plan;
    private readonly List<LineageEntry> _entries = [];

    private Lineage(CustomerHealthPlan plan)
    {
        _plan = plan;
        var facts = plan.Model.Facts;
        foreach (var reader in facts.Vocabulary.All.Where(r => r.Source is not SegmentSource))
        {
            Add($"fact '{reader.Name}'", [reader.Source]);
        }

        foreach (var scheme in facts.Schemes)
        {
            foreach (var segment in scheme.Segments.Where(s => s.When is not null))
            {
                Add($"segment '{segment.Name}' of '{scheme.Name}'", OfCondition(segment.When!));
            }
        }

        foreach (var scorecard in plan.Scorecards)
        {
            Add(scorecard);
        }

        Entries = Array.AsReadOnly([.. _entries.Distinct().OrderBy(e => e.Kind).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.ReadBy, StringComparer.Ordinal)]);
    }

    /// <summary>Everything that is read, by kind, name and reader.</summary>
    public IReadOnlyList<LineageEntry> Entries { get; }

    /// <summary>The lineage of how health is formed.</summary>
    public static Lineage Of(CustomerHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        return new(health.Plan);
    }

    /// <summary>What reads a signal, in ordinal order.</summary>
    public IReadOnlyList<string> ReadersOfSignal(string signal) => ReadersOf(LineageKind.Signal, signal);

    /// <summary>What reads a trait, in ordinal order.</summary>
    public IReadOnlyList<string> ReadersOfTrait(string trait) => ReadersOf(LineageKind.Trait, trait);

    private IReadOnlyList<string> ReadersOf(LineageKind kind, string name) => [.. Entries.Where(e => e.Kind == kind && e.Name == name).Select(e => e.ReadBy)];

    private void Add(Scorecard scorecard)
    {
        if (scorecard is Scorecard<CustomerFacts> ofFacts)
        {
            foreach (var (reader, source) in ofFacts.InputSources)
            {
                Add($"{reader} of '{scorecard.Name}'", [source]);
            }

            return;
        }

        // A scorecard over columns reads its inputs by name.
        foreach (var input in scorecard.Inputs.Where(i => _plan.Model.Facts.Vocabulary.Find(i) is not null))
        {
            Add($"measure '{input}' of '{scorecard.Name}'", [_plan.Model.Facts.Vocabulary.Find(input)!.Source]);
        }
    }

    private void Add(string reader, IEnumerable<object> sources)
    {
        foreach (var source in Reached(sources))
        {
            _entries.Add(source switch
            {
                SignalMeasure measure => new(LineageKind.Signal, measure.Signal, reader),
                TraitSource trait => new(LineageKind.Trait, trait.Trait, reader),
                SegmentSource segment => new(LineageKind.Segment, segment.Scheme, reader),
                string name => new(LineageKind.Name, name, reader),
                _ => new(LineageKind.Lambda, "", reader),
            });
        }
    }

    // A segment is what its conditions read, and those of the segments that these read.
    private List<object> Reached(IEnumerable<object> sources)
    {
        var (found, schemes, open) = (new List<object>(), new HashSet<string>(StringComparer.Ordinal), new Queue<object>(sources));
        while (open.TryDequeue(out var next))
        {
            foreach (var one in ExpressionSources.Of(next))
            {
                found.Add(one);
                if (one is SegmentSource { Scheme: var name } && schemes.Add(name) && _plan.Model.Facts.Schemes.FirstOrDefault(s => s.Name == name) is { } scheme)
                {
                    foreach (var behind in scheme.Segments.Select(s => s.When).OfType<FactCondition>().SelectMany(OfCondition))
                    {
                        open.Enqueue(behind);
                    }
                }
            }
        }

        return found;
    }

    private IEnumerable<object> OfCondition(FactCondition condition) =>
        condition.Sources.Concat(condition.NamedFacts.Select(n => _plan.Model.Facts.Vocabulary.Find(n)?.Source).OfType<object>());
}

/// <summary>Something that is read. Immutable.</summary>
public sealed record LineageEntry
{
    internal LineageEntry(LineageKind kind, string name, string readBy) => (Kind, Name, ReadBy) = (kind, name, readBy);

    /// <summary>What it is.</summary>
    public LineageKind Kind { get; }

    /// <summary>Its name; empty of a lambda.</summary>
    public string Name { get; }

    /// <summary>What reads it, in words: <c>measure 'logins' of 'default'</c>.</summary>
    public string ReadBy { get; }

    /// <inheritdoc />
    public override string ToString() => Kind == LineageKind.Lambda ? $"a lambda, which may read anything: {ReadBy}" : $"{Kind} '{Name}': {ReadBy}";
}

/// <summary>What is read.</summary>
public enum LineageKind
{
    /// <summary>A signal.</summary>
    Signal,

    /// <summary>A trait.</summary>
    Trait,

    /// <summary>The segment of a scheme.</summary>
    Segment,

    /// <summary>Something else by name: subscriptions, annual revenue, lifecycle stage, what stood before.</summary>
    Name,

    /// <summary>A lambda: what that reads is not known.</summary>
    Lambda,
}
