namespace CustomerSuccess.Proof;

/// <summary>How well a prospect fits what those who stayed had in common: an expected share that stays, with what it is made of. Immutable.</summary>
public sealed class ProfileFit
{
    /// <summary>The expected share, 0 to 1: the base plus the mean over the significant values that the prospect has of n ÷ (n + 20) · (rate − base). Null where no customer is decided.</summary>
    public required double? Value { get; init; }

    /// <summary>The share of all decided customers that stayed; null where none is decided.</summary>
    public required double? Base { get; init; }

    /// <summary>One line a significant value that the prospect has; they sum to the value less the base.</summary>
    public required IReadOnlyList<ProfileFitLine> Lines { get; init; }

    /// <summary>The traits with significant values of which the prospect's value is not known, in ordinal order.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Why the fit is the base, or nothing, in words; null where it is made of lines.</summary>
    public required string? Reason { get; init; }

    /// <summary>A few lines for a person.</summary>
    public string Explain() => string.Join('\n', [
        Value is { } value ? $"{Numbers.Percent(value)} expected to stay, {Numbers.Percent(Base!.Value)} of all did{(Reason is null ? "" : $": {Reason}")}" : $"no fit: {Reason}",
        .. Lines.Select(l => $"  {l}"),
        .. Unknown.Count == 0 ? Array.Empty<string>() : [$"  not known: {string.Join(", ", Unknown)}"]]);

    /// <inheritdoc />
    public override string ToString() => Value is { } value ? Numbers.Percent(value) : $"no fit: {Reason}";
}

/// <summary>What a value that a prospect has does to its fit. Immutable.</summary>
public sealed class ProfileFitLine
{
    /// <summary>The value, and what became of those that had it.</summary>
    public required TraitProfile Profile { get; init; }

    /// <summary>What it adds, −1 to 1.</summary>
    public required double Points { get; init; }

    /// <summary><c>+3.1 points: plan pro: 80.0 % of 200 stayed …</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Points * 100:+0.0;-0.0;0.0} points: {Profile}");
}
