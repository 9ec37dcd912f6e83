using CustomerSuccess.Expressions;

namespace CustomerSuccess.Customers;

/// <summary>What expressions may name of customers: <c>customer</c>, <c>subscriptions</c>, <c>now</c>.</summary>
internal sealed class CustomerLanguage : LanguagePart<CustomerFacts>
{
    private const string Customer = "customer";
    private const string Version = "1";

    public List<DeclaredTrait> Traits { get; } = [];

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        var fields = Fields(draft.Found);
        var record = CelRecordType.For<CustomerFacts>(Customer);
        foreach (var field in fields)
        {
            record.Field(field.Name, field.Type, field.Read, field.Has, field.Description);
        }

        var type = record.Build();
        draft.Environment.Record(type).Record(SubscriptionLanguage.Type);
        draft.InstantOf = facts => facts.AsOf;
        draft.Moved = (facts, later) => facts.MovedTo(later);
        draft.Add(new FactsReader("now", Version, f => CelValue.Of(f.AsOf), _ => null) { Grows = true, Source = "now" }, CelType.Timestamp, "The instant as of which the facts hold.");
        draft.Add(new FactsReader(Customer, $"{Version} {string.Join(' ', Traits.Select(t => $"{t.Alias}={t.Signed}"))}", f => CelValue.Of(new CelRecord(type, f)), Earliest(f => f.Account.TraitsUntil(), f => f.Account.VersionUntil())) { Source = new ExpressionSources(Customer, [Customer, .. Traits.Select(t => t.Source)]) }, type.Type, "The customer and its traits.");
        draft.Add(
            new FactsReader(SubscriptionLanguage.Variable, Version, SubscriptionLanguage.Read, f => f.Account.SubscriptionsUntil()) { Source = SubscriptionLanguage.Variable },
            CelType.ListOf(SubscriptionLanguage.Type.Type),
            "The version in force of each of its subscriptions, running or not.");
        var readers = fields.ToDictionary(f => f.Name, f => (
            Value: new FactsReader($"{Customer}.{f.Name}", f.Signed, f.Read, f.Until) { Source = f.Source },
            Has: new FactsReader($"has({Customer}.{f.Name})", f.Signed, facts => CelValue.Of(f.Has(facts)), f.Until) { Source = f.Source }), StringComparer.Ordinal);
        draft.Recognise((expression, node) =>
            node is CelSelect select && expression.VariableOf(select.Operand)?.Name == Customer && readers.TryGetValue(select.Field, out var found)
                ? select.IsTest ? found.Has : found.Value
                : null);
    }

    private List<Field> Fields(DiagnosticList found)
    {
        List<Field> fields =
        [
            new("id", CelType.String, Version, f => CelValue.Of(f.CustomerId), _ => true, _ => null) { Description = "The id.", Source = $"{Customer}.id" },
            Of("name", CelType.String, "The name.", f => f.Account.Version is { } v ? CelValue.Of(v.Name) : null),
            Of("stage", CelType.String, "The lifecycle stage, in the host's words.", f => f.Account.Version?.LifecycleStage is { } stage ? CelValue.Of(stage) : null),
            Of("active", CelType.Bool, "Whether it is still a customer.", f => f.Account.Version is { } v ? CelValue.Of(v.IsActive) : null),
            Of("since", CelType.Timestamp, "Since when it is one.", f => f.Account.Since is { } since ? CelValue.Of(since) : null),
        ];
        foreach (var trait in Traits)
        {
            if (fields.Exists(f => f.Name == trait.Alias))
            {
                found.Add("LA002", $"language/customer.{trait.Alias}", $"'customer.{trait.Alias}' is declared twice, or belongs to every customer.", "Declare it once, or give one another name.");
                continue;
            }

            fields.Add(new(trait.Alias, trait.Type, trait.Signed, trait.Read, trait.IsGiven, f => f.Account.TraitUntil(trait.Trait)) { Source = trait.Source, Description = trait.Description ?? $"The trait '{trait.Trait}'." });
        }

        return fields;
    }

    private static Field Of(string name, CelType type, string description, Func<CustomerFacts, CelValue?> read)
    {
        var notGiven = Unknowns.Of(new UnknownCause($"{Customer}.{name}", UnknownKind.NotGiven));
        return new(name, type, Version, f => read(f) ?? notGiven, f => read(f) is not null, f => f.Account.VersionUntil()) { Description = description, Source = $"{Customer}.{name}" };
    }

    private static Func<CustomerFacts, DateTimeOffset?> Earliest(Func<CustomerFacts, DateTimeOffset?> one, Func<CustomerFacts, DateTimeOffset?> other) =>
        facts => (one(facts), other(facts)) is var (a, b) && (b is null || a < b) ? a : b;

    private sealed record Field(string Name, CelType Type, string Signed, Func<CustomerFacts, CelValue> Read, Func<CustomerFacts, bool> Has, Func<CustomerFacts, DateTimeOffset?> Until)
    {
        public object? Source { get; init; }

        public string? Description { get; init; }
    }
}
