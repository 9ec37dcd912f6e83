namespace CustomerSuccess.Interventions;

/// <summary>A part of a condition and what it came to, with what a search for changes needs. Immutable.</summary>
internal sealed class ReadPart
{
    private readonly string _text;

    private ReadPart(string text, ConditionKind kind, Reading<bool> holds, ReadPart[] parts, ConditionLeaf? leaf) =>
        (_text, Kind, Holds, Parts, Leaf) = (text, kind, holds, parts, leaf);

    public ConditionKind Kind { get; }

    public Reading<bool> Holds { get; }

    public IReadOnlyList<ReadPart> Parts { get; }

    /// <summary>What it is where it is not made of others; otherwise null.</summary>
    public ConditionLeaf? Leaf { get; }

    public ConditionPart Shown => new() { Text = _text, Holds = Holds, Values = Leaf?.Values ?? [], Parts = [.. Parts.Select(p => p.Shown)] };

    public static ReadPart Of(FactCondition condition, IFacts facts)
    {
        if (condition.Kind != ConditionKind.One)
        {
            return new($"{condition}", condition.Kind, condition.Holds(facts), [.. condition.Operands.Select(o => Of(o, facts))], null);
        }

        var leaf = LeafReader.Read(condition, facts);
        return new(leaf.Text, ConditionKind.One, leaf.Holds, [], leaf);
    }
}
