namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Whether a customer finds what it bought essential, nice to have or no longer needed, with the votes that say so. Immutable
/// and safe to share between threads.
/// </summary>
public sealed class EssentialFinding
{
    /// <summary>The class; unknown where nobody has said, and where usage alone has.</summary>
    public required EssentialClass Class { get; init; }

    /// <summary>The mean of the votes by their weight after decay, 0 to 2; null where no vote weighs anything. Of usage alone it is a figure without a class.</summary>
    public required double? Mean { get; init; }

    /// <summary>How sure it is, 0 to 1: weight present after decay · (1 − (largest − smallest vote) ÷ 2). 0 where nobody has said.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether two votes are 2 apart: it is at most nice to have then.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>Why it is not known, in words; null where it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>The votes that count, one a voter, in the order CSM, survey, usage.</summary>
    public required IReadOnlyList<EssentialLine> Lines { get; init; }

    /// <summary>Why others have no vote; empty where nothing is known of that.</summary>
    public IReadOnlyList<UnknownCause> Missing { get; init; } = [];

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How it was found.</summary>
    public required EssentialOptions Options { get; init; }

    /// <summary>A small table for a person: the class, and every vote with its date and its weight after decay.</summary>
    public string Explain() => EssentialExplanation.Of(this);

    /// <summary><c>nice to have: mean 1.477, confidence 0.467</c>.</summary>
    public override string ToString() => EssentialExplanation.Headline(this);
}
