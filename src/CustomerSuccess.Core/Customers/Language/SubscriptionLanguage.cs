using CustomerSuccess.Expressions;

namespace CustomerSuccess.Customers;

/// <summary>What expressions may name of subscriptions.</summary>
internal static class SubscriptionLanguage
{
    public const string Variable = "subscriptions";

    public static CelRecordType Type { get; } = CelRecordType.For<SubscriptionAt>("subscription")
        .Field("id", CelType.String, s => CelValue.Of(s.Subscription.Id))
        .Field("product", CelType.String, s => CelValue.Of(s.Subscription.Product))
        .Field("running", CelType.Bool, s => CelValue.Of(s.Subscription.IsRunning(s.AsOf)))
        .Field("start", CelType.Timestamp, s => CelValue.Of(s.Subscription.Start))
        .Field("end", CelType.NullableOf(CelType.Timestamp), s => Or(s.Subscription.End, CelValue.Of))
        .Field("renewsAt", CelType.NullableOf(CelType.Timestamp), s => Or(s.Subscription.RenewsAt, CelValue.Of))
        .Field("termMonths", CelType.NullableOf(CelType.Int), s => Or(s.Subscription.TermMonths, months => CelValue.Of((long)months)))
        .Field("seats", CelType.NullableOf(CelType.Double), s => Or(s.Subscription.Seats, CelValue.Of))
        .Field("annualRevenue", CelType.Double, s => s.Subscription.AnnualRevenue is { } money ? CelValue.Of((double)money.Amount) : Silent(s.Subscription), s => s.Subscription.AnnualRevenue is not null)
        .Field("currency", CelType.String, s => s.Subscription.AnnualRevenue is { } money ? CelValue.Of(money.Currency) : Silent(s.Subscription), s => s.Subscription.AnnualRevenue is not null)
        .Field("entitlements", CelType.MapOf(CelType.String, CelType.Double), s => CelValue.Of(CelMap.Of(s.Subscription.Entitlements.Select(e => KeyValuePair.Create(e.Key, CelValue.Of(e.Value))))))
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
