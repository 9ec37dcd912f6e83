namespace CustomerSuccess.Customers;

/// <summary>A trait that expressions may name as <c>customer.ALIAS</c>. Immutable.</summary>
public sealed record TraitDeclaration
{
    /// <summary>The trait's name. Not empty.</summary>
    public required string Name { get; init; }

    /// <summary>What it is: a number, a text, a flag, an instant or money.</summary>
    public required TraitKind Kind { get; init; }

    /// <summary>Of money, the currency: three upper-case letters; null otherwise.</summary>
    public string? Currency { get; init; }

    /// <summary>The name in expressions; the trait's where null.</summary>
    public string? Alias { get; init; }

    /// <summary>What it is, for a person; not part of any hash.</summary>
    public string? Description { get; init; }

    internal void AddTo(LanguageBuilder<CustomerFacts> language) =>
        _ = Kind == TraitKind.Money ? language.Amount(Name, Currency!, Alias, Description) : language.Trait(Name, Kind, Alias, Description);
}
