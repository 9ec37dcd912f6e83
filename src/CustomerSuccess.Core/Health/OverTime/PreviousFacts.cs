namespace CustomerSuccess.Health;

/// <summary>
/// What stood of a customer's health at the last grid point strictly before the instant of the facts: the only way to look back.
/// It is computed when it is first read. Immutable and safe to share between threads.
/// </summary>
public sealed class PreviousFacts : FactsPart
{
    private readonly Lazy<Standing> _before;
    private readonly Lazy<Standing>? _after;
    private readonly DateTimeOffset _asOf;

    /// <param name="before">What stood strictly before the instant.</param>
    /// <param name="after">What stands from the instant on, where it is a grid point; otherwise null.</param>
    /// <param name="asOf">The instant.</param>
    internal PreviousFacts(Lazy<Standing> before, Lazy<Standing>? after, DateTimeOffset asOf) => (_before, _after, _asOf) = (before, after, asOf);

    /// <inheritdoc />
    public override string Name => "previous";

    /// <summary>The band at the last grid point before; unknown before the first.</summary>
    public Reading<string> Band() => _before.Value.Band is { } band ? Reading.Known(band) : Reading.Unknown<string>(None(HealthWords.PreviousBand));

    /// <summary>The score at the last grid point before that had one; unknown where there was none.</summary>
    public Reading<double> Value() => _before.Value.Value is { } value ? Reading.Known(value) : Reading.Unknown<double>(None(HealthWords.PreviousValue));

    /// <summary>When something else is the last that stood, if nothing new is recorded: one tick later where a score stands exactly at the instant of the facts; otherwise null.</summary>
    public DateTimeOffset? Until() => _after is null || _asOf == DateTimeOffset.MaxValue ? null : _asOf.AddTicks(1);

    /// <inheritdoc />
    protected override FactsPart MovedTo(CustomerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return later.AsOf == _asOf ? this : new PreviousFacts(_after ?? _before, null, later.AsOf);
    }

    private static UnknownCause None(string name) => new(name, UnknownKind.NoObservations);
}

/// <summary>The names under which health is read.</summary>
public static class HealthWords
{
    /// <summary>The band at the last grid point before the instant.</summary>
    public const string PreviousBand = "previous.health.band";

    /// <summary>The score at the last grid point before the instant that had one.</summary>
    public const string PreviousValue = "previous.health.value";

    /// <summary>For expressions: <c>previous.health.band</c> and <c>previous.health.value</c>, what stood before; and for rules <c>health.band</c> and <c>health.value</c>.</summary>
    public static LanguageBuilder<CustomerFacts> Health(this LanguageBuilder<CustomerFacts> language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.With<HealthLanguage>(_ => { });
    }

    /// <summary>Names what was recorded of health before, as <c>previous.health.band</c> and <c>previous.health.value</c>. Scores that read it take the whole history of a customer to compute.</summary>
    public static TSelf PreviousHealth<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        part.Add(new TextReadingFact<CustomerFacts>(PreviousBand, "1", PreviousBand, f =>
            f.Find<PreviousFacts>()?.Band() ?? Reading.Unknown<string>(new UnknownCause(PreviousBand, UnknownKind.NotDeclared, "health is not scored yet")))
        { Until = f => f.Find<PreviousFacts>()?.Until() });
        return part.Add(new ReadingFact<CustomerFacts>(PreviousValue, "1", PreviousValue, f =>
            f.Find<PreviousFacts>()?.Value() ?? Reading.Unknown<double>(new UnknownCause(PreviousValue, UnknownKind.NotDeclared, "health is not scored yet")))
        { Until = f => f.Find<PreviousFacts>()?.Until() });
    }
}
