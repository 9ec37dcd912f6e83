using CustomerSuccess.Expressions;

namespace CustomerSuccess.Customers;

/// <summary>A trait that expressions may name.</summary>
/// <param name="Trait">The trait's name.</param>
/// <param name="Alias">Its name in expressions.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Currency">Of money, the currency.</param>
/// <param name="Description">What it is, for a person.</param>
internal sealed record DeclaredTrait(string Trait, string Alias, TraitKind Kind, string? Currency, string? Description)
{
    public CelType Type => CelType.NullableOf(Kind switch
    {
        TraitKind.Number or TraitKind.Money => CelType.Double,
        TraitKind.Flag => CelType.Bool,
        TraitKind.Instant => CelType.Timestamp,
        _ => CelType.String,
    });

    public string Signed => $"trait {Currency ?? Kind.ToString()}({Fact.Quoted(Trait)})";

    public TraitSource Source => new(Trait, Currency ?? Kind.ToString());

    public bool IsGiven(CustomerFacts facts) => facts.Account.Trait(Trait).IsKnown;

    public CelValue Read(CustomerFacts facts) => Values.Of(facts.Account.Trait(Trait), Value);

    private CelValue Value(TraitValue value) => value.Kind switch
    {
        TraitKind.Null => CelValue.Null,
        TraitKind.Money when Kind == TraitKind.Money => value.AsMoney() is var money && money.Currency == Currency
            ? CelValue.Of((double)money.Amount)
            : Unknowns.Of(new UnknownCause(Trait, UnknownKind.NotGiven, $"it is in {money.Currency}, not {Currency}")),
        var kind when kind != Kind => Unknowns.Of(new UnknownCause(Trait, UnknownKind.NotGiven, $"it is {kind}, not {Kind}")),
        TraitKind.Number => CelValue.Of(value.AsNumber()),
        TraitKind.Flag => CelValue.Of(value.AsFlag()),
        TraitKind.Instant => CelValue.Of(value.AsInstant()),
        _ => CelValue.Of(value.AsText()),
    };
}
