using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>What a strategy was worth at a cut-off, and who was left out of that and why. Immutable.</summary>
public sealed class CutOffReport
{
    /// <summary>The cut-off and what counted.</summary>
    public required CutOffOptions CutOff { get; init; }

    /// <summary>Active customers at the cut-off, also those that are gone since.</summary>
    public required int Active { get; init; }

    /// <summary>Of these, those whose decision did not fall in the horizon.</summary>
    public required int NotAtRisk { get; init; }

    /// <summary>Of these, those who had decided before: notice was given, or they were lost.</summary>
    public required int DecidedBefore { get; init; }

    /// <summary>Of these, those who were lost against their will and do not count.</summary>
    public required int Involuntary { get; init; }

    /// <summary>Of those at risk, those without a score: too little was known.</summary>
    public required int WithoutScore { get; init; }

    /// <summary>Of those at risk, those whose strategy or sources failed. More than a few make the figures worthless.</summary>
    public required int Failed { get; init; }

    /// <summary>The figures over those at risk that have a score.</summary>
    public required ScoreProof Proof { get; init; }

    /// <summary>The customers, counted, and the figures, as text for a person.</summary>
    public override string ToString() => $"{Counts()}\n\n{Proof}";

    /// <summary>The same as Markdown.</summary>
    public string ToMarkdown() => $"{Counts()}\n\n{Proof.ToMarkdown()}";

    private string Counts() => string.Create(
        CultureInfo.InvariantCulture,
        $"As of {NumberText.Instant(CutOff.At)}, as known then, with decisions through {NumberText.Instant(CutOff.End)}: of {Active} active customers {NotAtRisk} had no decision due, {DecidedBefore} had decided before, {Involuntary} were lost against their will, {WithoutScore} had no score and {Failed} failed.");
}
