using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Who says how much a customer needs what it bought. The names are stable: they appear in JSON and in metric tags.</summary>
public enum EssentialVoter
{
    /// <summary>The people at the vendor who know the customer.</summary>
    Csm,

    /// <summary>The customer itself, in a survey.</summary>
    Survey,

    /// <summary>What the customer does.</summary>
    Usage,
}

/// <summary>One word on how much a customer needs what it bought: 2 essential, 1 nice to have, 0 no longer needed. Immutable.</summary>
public sealed record EssentialVote
{
    /// <summary>A vote.</summary>
    /// <param name="voter">Who says so.</param>
    /// <param name="value">2 essential, 1 nice to have, 0 no longer needed.</param>
    /// <param name="at">When it was said.</param>
    /// <param name="evidence">What it rests on, in words, for instance <c>NPS 9</c>; empty where nothing is stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 0, 1 or 2, or there is no such voter.</exception>
    public EssentialVote(EssentialVoter voter, int value, DateTimeOffset at, string evidence = "")
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!Enum.IsDefined(voter))
        {
            throw new ArgumentOutOfRangeException(nameof(voter), voter, $"A vote is that of {string.Join(", ", Enum.GetNames<EssentialVoter>())}.");
        }

        if (value is < 0 or > 2)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"A vote is 2 (essential), 1 (nice to have) or 0 (no longer needed), not {value}. Map an answer with an EssentialScale."));
        }

        (Voter, Value, At, Evidence) = (voter, value, at.ToUniversalTime(), evidence);
    }

    /// <summary>Who says so.</summary>
    public EssentialVoter Voter { get; }

    /// <summary>2 essential, 1 nice to have, 0 no longer needed.</summary>
    public int Value { get; }

    /// <summary>When it was said, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What it rests on, in words; empty where nothing is stated.</summary>
    public string Evidence { get; }

    /// <summary>
    /// What usage votes: 0 where nothing was used or the relevant consumption gap reaches the edge, 2 where value is evidenced,
    /// otherwise 1, tested in this order. A test that is not known is not met; where neither use nor gap is known there is no vote.
    /// </summary>
    /// <param name="isUnused">Whether nothing was used for the time that counts (28 days); null where that is not known.</param>
    /// <param name="gap">The relevant consumption gap, 0 to 1; null where that is not known.</param>
    /// <param name="isValueEvidenced">Whether value is evidenced; unknown counts as not.</param>
    /// <param name="at">The instant as of which it is.</param>
    /// <param name="options">The edge of the gap; that of the definition where null.</param>
    /// <returns>The vote; null where nothing is known of usage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The gap is not within 0 and 1.</exception>
    public static EssentialVote? OfUsage(bool? isUnused, double? gap, Reading<bool> isValueEvidenced, DateTimeOffset at, EssentialOptions? options = null)
    {
        if (gap is { } share && !(share >= -EssentialOptions.Tolerance && share <= 1 + EssentialOptions.Tolerance))
        {
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "A consumption gap is a share from 0 to 1, or null where it is not known.");
        }

        options ??= new();
        var measured = gap is { } known ? $"consumption gap {ConsumptionFigure.Percent(known)}" : "consumption gap not known";
        return isUnused is null && gap is null ? null
            : isUnused == true ? new(EssentialVoter.Usage, 0, at, "unused")
            : gap >= options.GapFrom - EssentialOptions.Tolerance ? new(EssentialVoter.Usage, 0, at, measured)
            : isValueEvidenced.IsKnown && isValueEvidenced.Value ? new(EssentialVoter.Usage, 2, at, $"value evidenced, {measured}")
            : new(EssentialVoter.Usage, 1, at, $"used, {(isValueEvidenced.IsKnown ? "value not evidenced" : "value evidence not known")}, {measured}");
    }

    /// <summary><c>survey: essential (2) on 2026-01-02, NPS 9</c>.</summary>
    public override string ToString() => $"{Word(Voter)}: {Meaning(Value)} ({Value}) on {NumberText.Instant(At)}{(Evidence.Length == 0 ? "" : $", {Evidence}")}";

    internal static string Word(EssentialVoter voter) => voter switch
    {
        EssentialVoter.Csm => "CSM",
        EssentialVoter.Survey => "survey",
        _ => "usage",
    };

    internal static string Meaning(int value) => ((EssentialClass)(value + 1)).ToText();
}
