namespace CustomerSuccess.Interventions;

/// <summary>Whether a condition holds of a customer, what each of its parts came to, and the smallest change that would make it hold. Immutable.</summary>
public sealed class ConditionExplanation
{
    /// <summary>The condition and its parts.</summary>
    public required ConditionPart Root { get; init; }

    /// <summary>Whether it holds; unknown with its causes.</summary>
    public Reading<bool> Holds => Root.Holds;

    /// <summary>
    /// The smallest change that would make it hold: of what is joined by "and" everything that does not hold, of what is joined by "or" the part that
    /// needs the fewest changes, the first of equals. Empty where it holds, and where nothing can make it hold.
    /// </summary>
    public required IReadOnlyList<ConditionChange> Changes { get; init; }

    /// <summary>Whether it holds or there is a change that would make it hold.</summary>
    public required bool CanHold { get; init; }

    /// <summary>Whether the changes leave everything else alone that it reads, so that with them it surely holds; false where two parts read the same differently.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>One sentence: <c>does not hold: customer.seats is 12, needs at least 20</c>.</summary>
    public override string ToString() => $"{Root.State}{Tail}";

    /// <summary>A few lines for a person: the condition, its parts with their values, and the smallest change.</summary>
    public string Explain() => string.Join('\n', [
        .. Root.Lines(0),
        .. Changes.Select((c, i) => $"{(i == 0 ? "to hold: " : "     and: ")}{c}"),
        .. CanHold ? Array.Empty<string>() : ["nothing can make it hold"]]);

    private string Tail => Holds is { IsKnown: true, Value: true } ? ""
        : !CanHold ? "; nothing can make it hold"
        : Holds.IsKnown ? $": {string.Join("; ", Changes)}"
        : $": {string.Join("; ", Holds.Causes)}; to hold: {string.Join("; ", Changes)}";
}

/// <summary>A part of a condition, and what it came to. Immutable.</summary>
public sealed class ConditionPart
{
    /// <summary>The canonical text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it holds; unknown with its causes.</summary>
    public required Reading<bool> Holds { get; init; }

    /// <summary>What it read; empty of what is made of parts.</summary>
    public IReadOnlyList<ConditionValue> Values { get; init; } = [];

    /// <summary>What it is made of by and, or, not.</summary>
    public IReadOnlyList<ConditionPart> Parts { get; init; } = [];

    /// <summary><c>holds</c>, <c>does not hold</c> or <c>not known</c>.</summary>
    public string State => !Holds.IsKnown ? "not known" : Holds.Value ? "holds" : "does not hold";

    /// <summary><c>customer.seats &gt;= 20.0: does not hold (customer.seats is 12)</c>.</summary>
    public override string ToString() => $"{Text}: {State}{(Values.Count == 0 ? "" : $" ({string.Join(", ", Values)})")}";

    internal IEnumerable<string> Lines(int depth) => Parts.SelectMany(p => p.Lines(depth + 1)).Prepend($"{new string(' ', 2 * depth)}{this}");
}

/// <summary>What a part of a condition read. Immutable.</summary>
public sealed class ConditionValue
{
    /// <summary>What was read: <c>customer.seats</c>, or a fact's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value for a person: a number, a text in quotes, a duration, an instant; unknown with its causes.</summary>
    public required Reading<string> Value { get; init; }

    /// <summary><c>customer.seats is 12</c>; <c>customer.seats is not known</c>.</summary>
    public override string ToString() => $"{Name} is {Value.OrElse("not known")}";
}
