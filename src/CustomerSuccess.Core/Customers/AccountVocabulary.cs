namespace CustomerSuccess.Customers;

/// <summary>Names what is known of an account for what reads facts by name.</summary>
public static class AccountVocabulary
{
    private const string Version = "1";

    /// <summary>A trait under its own name. A trait that was never supplied, and one of another kind, are unknown.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="trait">The trait.</param>
    /// <param name="kind">What it is: a number, a text or a flag; of an instant the days since then. Money is read with <see cref="Amount"/>, which states the currency.</param>
    /// <param name="name">The name under which it is read; the trait's unless stated.</param>
    /// <exception cref="ArgumentException">The kind is none of these.</exception>
    public static TSelf Trait<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string trait, TraitKind kind, string? name = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(trait);
        name ??= trait;
        var source = new TraitSource(trait, kind.ToString());
        var version = $"trait {kind}({trait})";
        var aged = AgeOf(trait);
        return part.Add(kind switch
        {
            TraitKind.Number => new ReadingFact<CustomerFacts>(name, version, source, f => f.Account.Number(trait)) { Aged = aged, Until = f => f.Account.TraitUntil(trait) },
            TraitKind.Text => new TextReadingFact<CustomerFacts>(name, version, source, f => f.Account.Text(trait)) { Aged = aged, Until = f => f.Account.TraitUntil(trait) },
            TraitKind.Flag => new FlagReadingFact<CustomerFacts>(name, version, source, f => f.Account.Flag(trait)) { Aged = aged, Until = f => f.Account.TraitUntil(trait) },
            TraitKind.Instant => new ReadingFact<CustomerFacts>(name, version, source, f => Map(f.Account.Instant(trait), at => (f.AsOf - at).TotalDays)) { Aged = aged },
            TraitKind.Money => throw new ArgumentException($"The trait '{trait}' is money, and amounts of different currencies are no numbers beside each other. State the currency: Amount(\"{trait}\", \"EUR\").", nameof(kind)),
            _ => throw new ArgumentException($"The trait '{trait}' is read as a number, a text, a flag or an instant, not as {kind}.", nameof(kind)),
        });
    }

    /// <summary>A trait that is money, as a number of a stated currency; an amount in another is unknown.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="trait">The trait.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="name">The name under which it is read; the trait's unless stated.</param>
    /// <exception cref="ArgumentException">The trait is empty, or the currency is not three upper-case letters.</exception>
    public static TSelf Amount<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string trait, string currency, string? name = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(trait);
        var asked = new Money(0, currency).Currency;
        name ??= trait;
        return part.Add(new ReadingFact<CustomerFacts>(name, $"trait {asked}({trait})", new TraitSource(trait, asked), f => In(asked, name, f.Account.Amount(trait))) { Aged = AgeOf(trait), Until = f => f.Account.TraitUntil(trait) });
    }

    /// <summary>The recurring revenue a year of the subscriptions that run, as a number of a stated currency; revenue in another is unknown.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read.</param>
    /// <param name="currency">The currency.</param>
    public static TSelf AnnualRevenue<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, string currency)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var asked = new Money(0, currency).Currency;
        return part.Add(new ReadingFact<CustomerFacts>(name, $"annual revenue {asked} {Version}", $"annual revenue {asked}", f => In(asked, name, f.Account.AnnualRevenue())) { Until = f => f.Account.SubscriptionsUntil() });
    }

    /// <summary>The lifecycle stage, as a text.</summary>
    public static TSelf LifecycleStage<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name = "lifecycle stage")
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return part.Add(new TextReadingFact<CustomerFacts>(name, Version, "lifecycle stage", f =>
            f.Account.Version?.LifecycleStage is { } stage ? Reading.Known(stage) : Reading.Unknown<string>(new UnknownCause(name, UnknownKind.NotGiven)))
        { Until = f => f.Account.VersionUntil() });
    }

    /// <summary>Days since there is such a customer.</summary>
    public static TSelf DaysAsCustomer<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name = "days as customer")
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return part.Add(new ReadingFact<CustomerFacts>(name, Version, "days as customer", f =>
            f.Account.Since is { } since ? Reading.Known((f.AsOf - since).TotalDays) : Reading.Unknown<double>(new UnknownCause(name, UnknownKind.NotGiven))));
    }

    private static Func<CustomerFacts, DateTimeOffset, TimeSpan?> AgeOf(string trait) =>
        (facts, _) => facts.Account.Age(trait) is { IsKnown: true, Value: var age } ? age : null;

    private static Reading<double> In(string currency, string name, Reading<Money> money) =>
        money.IsKnown && money.Value.Currency != currency
            ? Reading.Unknown<double>(new UnknownCause(name, UnknownKind.NotGiven, $"it is in {money.Value.Currency}, not {currency}"))
            : Map(money, m => (double)m.Amount);

    private static Reading<double> Map<T>(Reading<T> reading, Func<T, double> number) =>
        reading.IsKnown ? Reading.Known(number(reading.Value)) : Reading.Unknown<double>(reading.Causes);
}
