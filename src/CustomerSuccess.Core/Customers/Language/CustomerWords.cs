namespace CustomerSuccess.Customers;

/// <summary>Declares what expressions may name of customers.</summary>
public static class CustomerWords
{
    /// <summary>
    /// <c>customer</c> (<c>id</c>, <c>name</c>, <c>stage</c>, <c>active</c>, <c>since</c>), <c>subscriptions</c>, and <c>now</c>,
    /// the instant as of which the facts hold.
    /// </summary>
    public static LanguageBuilder<CustomerFacts> Customers(this LanguageBuilder<CustomerFacts> language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.With<CustomerLanguage>(_ => { });
    }

    /// <summary>A trait: <c>customer.plan</c>. One that was never supplied is unknown; one supplied as null is null, which <c>customer.plan == null</c> asks; <c>has(customer.plan)</c> asks whether it was supplied.</summary>
    /// <param name="language">The language.</param>
    /// <param name="trait">The trait's name.</param>
    /// <param name="kind">What it is: a number (double), text (string), flag (bool) or instant (timestamp). Money is declared with <see cref="Amount"/>.</param>
    /// <param name="alias">The name in expressions; the trait's unless stated.</param>
    /// <param name="description">What it is, for a person.</param>
    /// <exception cref="ArgumentException">The kind is none of these.</exception>
    public static LanguageBuilder<CustomerFacts> Trait(this LanguageBuilder<CustomerFacts> language, string trait, TraitKind kind, string? alias = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentException.ThrowIfNullOrWhiteSpace(trait);
        if (kind is not (TraitKind.Number or TraitKind.Text or TraitKind.Flag or TraitKind.Instant))
        {
            throw new ArgumentException(kind == TraitKind.Money
                ? $"The trait '{trait}' is money, and amounts of different currencies are no numbers beside each other. State the currency: Amount(\"{trait}\", \"EUR\")."
                : $"The trait '{trait}' is a number, a text, a flag or an instant, not {kind}.", nameof(kind));
        }

        return Add(language, new(trait, alias ?? trait, kind, null, description));
    }

    /// <summary>A trait that is money, as a number of a stated currency; an amount in another is unknown.</summary>
    /// <param name="language">The language.</param>
    /// <param name="trait">The trait's name.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="alias">The name in expressions; the trait's unless stated.</param>
    /// <param name="description">What it is, for a person.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public static LanguageBuilder<CustomerFacts> Amount(this LanguageBuilder<CustomerFacts> language, string trait, string currency, string? alias = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentException.ThrowIfNullOrWhiteSpace(trait);
        return Add(language, new(trait, alias ?? trait, TraitKind.Money, new Money(0, currency).Currency, description));
    }

    private static LanguageBuilder<CustomerFacts> Add(LanguageBuilder<CustomerFacts> language, DeclaredTrait trait)
    {
        LanguageNames.CheckField(trait.Alias, $"language/customer.{trait.Alias}", language.Found);
        return language.With<CustomerLanguage>(c => c.Traits.Add(trait));
    }
}
