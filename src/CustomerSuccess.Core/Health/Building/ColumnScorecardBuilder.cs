namespace CustomerSuccess.Health;

/// <summary>Writes a scorecard over named columns. Not safe to use from several threads.</summary>
public sealed class ColumnScorecardBuilder : ColumnPart<ColumnScorecardBuilder>, IScorecardBuilder
{
    private readonly ScorecardDraft _draft;

    internal ColumnScorecardBuilder(ScorecardDraft draft)
        : base(draft.Root) => _draft = draft;

    ScorecardDraft IScorecardBuilder.Draft => _draft;

    /// <summary>Checks everything and compiles the scorecard.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public Scorecard Build()
    {
        var built = ScorecardCompiler.Compile(_draft);
        return new Scorecard(built.Model, built.Program);
    }
}
