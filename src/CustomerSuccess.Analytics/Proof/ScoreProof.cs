namespace CustomerSuccess.Proof;

/// <summary>
/// What a score is worth, as judged by what became of the customers: every figure with its interval, what it means in plain
/// words, and a verdict. Immutable and safe to share between threads.
/// </summary>
public sealed class ScoreProof
{
    /// <summary>With fewer customers who left, or who stayed, there is no verdict, and a segment has no ranking.</summary>
    public const int FewestForVerdict = 10;

    internal ScoreProof(JudgedFigures figures, MatchReport matching, IReadOnlyList<SegmentFigures> segments, JudgeOptions options, ScoreScale scale)
    {
        Figures = figures;
        Matching = matching;
        Segments = Array.AsReadOnly([.. segments]);
        WithinSegments = WithinSegments.Of(segments, options.Confidence);
        Options = options;
        Kind = figures.Outcomes == 0 ? ProofKind.None : matching.Undated > 0 ? ProofKind.Concurrent : ProofKind.Replayed;
        Verdict = VerdictRule.Of(Kind, figures, WithinSegments);
        OutcomesNeeded = Verdict switch
        {
            ProofVerdict.None => Proof.OutcomesNeeded.ForVerdict(figures),
            ProofVerdict.CannotTellYet => Proof.OutcomesNeeded.ToTell(figures, options.Confidence),
            _ => null,
        };
        Meaning = VerdictSentence.Of(this);
        Sentences = Array.AsReadOnly([.. FigureSentences.Of(this)]);
        Notes = Array.AsReadOnly([.. JudgeNotes.Of(this, scale)]);
    }

    /// <summary>What the comparison can show.</summary>
    public ProofKind Kind { get; }

    /// <summary>What may be said of the score.</summary>
    public ProofVerdict Verdict { get; }

    /// <summary>The verdict in plain words.</summary>
    public string Meaning { get; }

    /// <summary>
    /// About how many more outcomes a verdict needs, at the share of customers who leave so far; null where there is one, or
    /// where it cannot be said.
    /// </summary>
    public int? OutcomesNeeded { get; }

    /// <summary>The figures over all judged outcomes.</summary>
    public JudgedFigures Figures { get; }

    /// <summary>The figures of each segment, by name; empty where no matched score names one.</summary>
    public IReadOnlyList<SegmentFigures> Segments { get; }

    /// <summary>How well the score orders customers of the same segment; null where there are no segments.</summary>
    public WithinSegments? WithinSegments { get; }

    /// <summary>What became of the rows of the two tables.</summary>
    public MatchReport Matching { get; }

    /// <summary>How it was judged.</summary>
    public JudgeOptions Options { get; }

    /// <summary>What each figure means, in plain words.</summary>
    public IReadOnlyList<FigureSentence> Sentences { get; }

    /// <summary>What to know before relying on the figures, for instance rows that contradict each other. Often empty.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The AUC over all judged outcomes; null where nobody left or nobody stayed.</summary>
    public ProportionInterval? Auc => Figures.Ranking?.Auc;

    /// <summary>All of it as text for a person; lines end with a line feed.</summary>
    public override string ToString() => TextPage.Write(ProofPage.Of(this));

    /// <summary>All of it as Markdown; lines end with a line feed.</summary>
    public string ToMarkdown() => MarkdownPage.Write(ProofPage.Of(this));

    /// <summary>
    /// All of it as one line of JSON. The first names are <c>n, churned, unmatched, auc, aucLow, aucHigh, averagePrecision, ks,
    /// deciles, bands, kind, meaning</c>; a figure that is not defined is null.
    /// </summary>
    public string ToJson() => ProofDocument.Of(this).Write();
}
