using CustomerSuccess.Expressions;

namespace CustomerSuccess.Customers;

/// <summary>What expressions may name of subscriptions.</summary>
internal static class SubscriptionLanguage
{
    public const string Variable = "subscriptions";

    public static CelRecordType Type { get; } = CelRecordType.For<SubscriptionAt>("subscription")
        .Field("id", CelType.String, s => CelValue.Of(s.Subscription.Id), description: "The id.")
        .Field("product", CelType.String, s => CelValue.Of(s.Subscription.Product), description: "The product.")
        .Field("running", CelType.Bool, s => CelValue.Of(s.Subscription.IsRunning(s.AsOf)), description: "Whether it runs: from its start to before its end.")
        .Field("start", CelType.Timestamp, s => CelValue.Of(s.Subscription.Start), description: "When it starts.")
        .Field("end", CelType.NullableOf(CelType.Timestamp), s => Or(s.Subscription.End, CelValue.Of), description: "When it ends; null where no end is set.")
        .Field("renewsAt", CelType.NullableOf(CelType.Timestamp), s => Or(s.Subscription.RenewsAt, CelValue.Of), description: "When it is next renewed; null where it is not.")
        .Field("termMonths", CelType.NullableOf(CelType.Int), s => Or(s.Subscription.TermMonths, months => CelValue.Of((long)months)), description: "The term in months; null where it has none.")
        .Field("seats", CelType.NullableOf(CelType.Double), s => Or(s.Subscription.Seats, CelValue.Of), description: "The seats; null where it has none.")
        .Field("annualRevenue", CelType.Double, s => s.Subscription.AnnualRevenue is { } money ? CelValue.Of((double)money.Amount) : Silent(s.Subscription), s => s.Subscription.AnnualRevenue is not null, description: "Recurring revenue a year, in its currency.")
        .Field("currency", CelType.String, s => s.Subscription.AnnualRevenue is { } money ? CelValue.Of(money.Currency) : Silent(s.Subscription), s => s.Subscription.AnnualRevenue is not null, description: "The currency of the revenue.")
        .Field("entitlements", CelType.MapOf(CelType.String, CelType.Double), s => CelValue.Of(CelMap.Of(s.Subscription.Entitlements.Select(e => KeyValuePair.Create(e.Key, CelValue.Of(e.Value))))), description: "What else it gives, by capability.")
        .Build();

    public static CelValue Read(CustomerFacts facts) => facts.Account.Subscriptions is { } all
        ? CelValue.Of(CelList.Of([.. all.Select(s => CelValue.Of(new CelRecord(Type, new SubscriptionAt(s, facts.AsOf))))]))
        : Unknowns.Of(new UnknownCause(Variable, UnknownKind.NotGiven));

    private static CelValue Or<TValue>(TValue? value, Func<TValue, CelValue> of)
        where TValue : struct => value is { } known ? of(known) : CelValue.Null;

    private static CelValue Silent(Subscription subscription) => Unknowns.Of(new UnknownCause($"the revenue of subscription '{subscription.Id}'", UnknownKind.NotGiven));

    /// <summary>A subscription as of an instant.</summary>
    private sealed record SubscriptionAt(Subscription Subscription, DateTimeOffset AsOf);
}
