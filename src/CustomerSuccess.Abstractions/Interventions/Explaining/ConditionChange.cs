namespace CustomerSuccess.Interventions;

/// <summary>What would have to be otherwise for a condition to hold. Immutable.</summary>
public sealed class ConditionChange
{
    /// <summary>What is to change: what is compared with a constant, for instance <c>customer.seats</c>; otherwise the part that is to hold or not.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is now, for a person; unknown with its causes.</summary>
    public required Reading<string> Value { get; init; }

    /// <summary>What it would have to be: <c>at least 20</c>, <c>"pro" or "team"</c>, <c>anything but 3</c>; of a part, that it holds or does not hold.</summary>
    public required string Needed { get; init; }

    /// <summary>
    /// The nearest value that would do: a <see cref="double"/>, <see cref="string"/>, <see cref="bool"/>, <see cref="TimeSpan"/> or
    /// <see cref="DateTimeOffset"/>; null where only what it must not be is known of a text, and of a part that is no comparison with a constant.
    /// </summary>
    public object? Nearest { get; init; }

    /// <summary>Whether <see cref="Subject"/> is what is compared with a constant, rather than a part that is to hold or not.</summary>
    public bool IsComparison { get; init; }

    /// <summary><c>customer.seats is 12, needs at least 20</c>; of a part <c>needs that … holds</c>.</summary>
    public override string ToString() => IsComparison
        ? $"{Subject} is {Value.OrElse("not known")}, needs {Needed}"
        : $"needs that {Subject} {Needed}";
}
