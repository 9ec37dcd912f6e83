using CustomerSuccess.Expressions;

namespace CustomerSuccess.Health;

/// <summary>What expressions may name of health.</summary>
internal sealed class HealthLanguage : LanguagePart<CustomerFacts>
{
    public const string Band = "health.band";
    public const string Value = "health.value";
    public const string Watermelon = "health.watermelon";

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        draft.Add(
            new FactsReader(HealthWords.PreviousBand, "1", f => f.Find<PreviousFacts>() is { } previous ? Values.Of(previous.Band(), CelValue.Of) : NotScored(HealthWords.PreviousBand), Until) { Source = HealthWords.PreviousBand },
            CelType.String,
            "The band at the last grid point strictly before the instant.");
        draft.Add(
            new FactsReader(HealthWords.PreviousValue, "1", f => f.Find<PreviousFacts>() is { } previous ? Values.Of(previous.Value(), CelValue.Of) : NotScored(HealthWords.PreviousValue), Until) { Source = HealthWords.PreviousValue },
            CelType.Double,
            "The score at the last grid point strictly before the instant that had one, 0 to 100.");
        draft.Add(
            new FactsReader(Band, "1", f => f.Find<HealthFacts>()?.Score is not { } score ? NotScored(Band) : score.Band is { } band ? CelValue.Of(band.Name) : Silent(score), _ => null) { IsOpaque = true, Source = Band },
            CelType.String,
            "The band of the score as of the instant. What scores are made of cannot read it.",
            LanguageStage.Health);
        draft.Add(
            new FactsReader(Value, "1", f => f.Find<HealthFacts>()?.Score is not { } score ? NotScored(Value) : score.Value is { } value ? CelValue.Of(value) : Silent(score), _ => null) { IsOpaque = true, Source = Value },
            CelType.Double,
            "The score as of the instant, 0 to 100. What scores are made of cannot read it.",
            LanguageStage.Health);
        draft.Add(
            new FactsReader(Watermelon, "1", WatermelonOf, _ => null) { IsOpaque = true },
            CelType.String,
            "Whether it is green outside and red inside: no, watermelon, suspected, unopened. Unknown where the scorecard has no layers or there is no band.",
            LanguageStage.Health);
    }

    private static CelValue WatermelonOf(CustomerFacts facts) => facts.Find<HealthFacts>()?.Score is not { } score ? NotScored(Watermelon)
        : score.Watermelon is { Verdict: not WatermelonVerdict.Unknown } found ? CelValue.Of(DocumentWords.Of(found.Verdict))
        : Silent(score);

    private static DateTimeOffset? Until(CustomerFacts facts) => facts.Find<PreviousFacts>()?.Until();

    private static CelValue NotScored(string name) => Unknowns.Of(new UnknownCause(name, UnknownKind.NotDeclared, "health is not scored yet"));

    private static CelValue Silent(HealthScore score) => Unknowns.Of(new UnknownCause("health", UnknownKind.Stated, score.Reason ?? "there is no score"));
}

/// <summary>The score of a customer, as a part of its facts: what rules read. Immutable and safe to share between threads.</summary>
public sealed class HealthFacts : FactsPart
{
    private readonly Lazy<HealthScore> _score;

    /// <summary>The score as a part of the facts.</summary>
    public HealthFacts(HealthScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        _score = new(score);
    }

    internal HealthFacts(Lazy<HealthScore> score) => _score = score;

    /// <inheritdoc />
    public override string Name => "health";

    /// <summary>The score.</summary>
    public HealthScore Score => _score.Value;

    /// <inheritdoc />
    protected override FactsPart MovedTo(CustomerFacts later) => this;
}
