namespace CustomerSuccess.Proof;

/// <summary>
/// What a strategy was worth at a cut-off, and who was left out of that and why. Every active customer is in exactly one place:
/// <see cref="Active"/> = <see cref="NotAtRisk"/> + <see cref="DecidedBefore"/> + <see cref="Involuntary"/> + <see
/// cref="Unexplained"/> + <see cref="Contradicting"/> + <see cref="AtRisk"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class CutOffReport
{
    private readonly Lazy<IReadOnlyList<string>> _notes;

    internal CutOffReport(CutOffOptions cutOff, ScoreProof proof, IReadOnlyList<JudgedStrategy> strategies, bool bandsDiffer)
    {
        CutOff = cutOff;
        Proof = proof;
        Strategies = Array.AsReadOnly([.. strategies]);
        _notes = new(() => Array.AsReadOnly([.. CutOffNotes.Of(this, bandsDiffer)]));
    }

    /// <summary>The cut-off and what counted.</summary>
    public CutOffOptions CutOff { get; }

    /// <summary>Active customers at the cut-off, also those that are gone since.</summary>
    public required int Active { get; init; }

    /// <summary>Of these, those whose decision did not fall in the horizon; 0 where all active customers are at risk.</summary>
    public required int NotAtRisk { get; init; }

    /// <summary>Of these, those who had decided to leave by the day of the cut-off: notice was given, or they were lost.</summary>
    public required int DecidedBefore { get; init; }

    /// <summary>Of these, those who were lost against their will and do not count.</summary>
    public required int Involuntary { get; init; }

    /// <summary>Of these, those who were gone by the horizon's end (inactive, or every subscription ended) without an outcome that says why. They have not stayed, and whether they chose to leave nobody can say.</summary>
    public required int Unexplained { get; init; }

    /// <summary>Of these, those who left and renewed at the same instant: nobody can say which is right.</summary>
    public required int Contradicting { get; init; }

    /// <summary>The rest: the judged, and those <see cref="WithoutScore"/>, <see cref="Failed"/> and <see cref="Missing"/>.</summary>
    public int AtRisk => Proof.Figures.Outcomes + WithoutScore + Failed + Missing;

    /// <summary>Of those at risk, those without a score: too little was known.</summary>
    public required int WithoutScore { get; init; }

    /// <summary>Of those at risk, those whose strategy or sources failed, and scores that failed before it was known whose they are. More than a few make the figures worthless.</summary>
    public required int Failed { get; init; }

    /// <summary>Of those at risk, those whom the scorer did not give though they were active. Always 0 where no source names the customers.</summary>
    public required int Missing { get; init; }

    /// <summary>How many of those at risk who are not judged left.</summary>
    public required int LeftUnjudged { get; init; }

    /// <summary>Of those at risk, those who gave up some of their subscriptions and kept others: they left or stayed as <see cref="CutOffOptions.CountPartialLoss"/> says.</summary>
    public required int PartlyLeft { get; init; }

    /// <summary>Of those who left, those of whom a subscription runs on without an end though the loss is in effect: one of the two records is wrong.</summary>
    public required int RunningOn { get; init; }

    /// <summary>Further scores of customers who had one already: the first counts.</summary>
    public required int Repeated { get; init; }

    /// <summary>Which strategies were judged, in which configuration; the one that scored most customers first.</summary>
    public IReadOnlyList<JudgedStrategy> Strategies { get; }

    /// <summary>The figures over those at risk that have a score.</summary>
    public ScoreProof Proof { get; }

    /// <summary>What to know before relying on the figures, beside the notes of the <see cref="Proof"/>. Often empty.</summary>
    public IReadOnlyList<string> Notes => _notes.Value;

    /// <summary>The cut-off, the customers, counted, and the figures, as text for a person; lines end with a line feed.</summary>
    public override string ToString() => TextPage.Write(CutOffPage.Of(this));

    /// <summary>The same as Markdown; lines end with a line feed.</summary>
    public string ToMarkdown() => MarkdownPage.Write(CutOffPage.Of(this));

    /// <summary>The same as one line of JSON: the cut-off, the counts, and under <c>proof</c> what <see cref="ScoreProof.ToJson"/> gives.</summary>
    public string ToJson() => CutOffDocument.Of(this).Write();
}
