using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads one capability from facts. A lambda that throws makes its part unknown, and the rest goes on.</summary>
internal sealed class CapabilityReader(CapabilityDeclaration declared, ConsumptionOptions options)
{
    private const double Tolerance = 1e-9;

    public CapabilityUse Read(CustomerFacts facts)
    {
        var use = Use(facts, Guarded(() => Relevance(facts)));
        return new(use.Name, use.Entitled, use.Used, use.Relevance)
        {
            PaidAnnually = Paid(facts),
            UnusedFor = UnusedFor(use, facts),
        };
    }

    private Reading<double> Relevance(CustomerFacts facts) =>
        declared.Relevance is { } read ? read(facts)
        : declared.ValueDriver is { } driver && facts.Plan is { } plan ? plan.RelevanceOf(driver)
        : Reading.Unknown<double>(new UnknownCause("relevance", UnknownKind.NotGiven, declared.ValueDriver is null ? null : "no source gives plans"));

    private CapabilityUse Use(CustomerFacts facts, Reading<double> relevance) =>
        new(declared.Name, Checked(Guarded(() => Entitled(facts))), facts.Signals.Read(declared.Use), relevance);

    // From the instant back, day by day, until a day on which it was used or not entitled yet.
    private Reading<TimeSpan> UnusedFor(CapabilityUse now, CustomerFacts facts)
    {
        var unused = TimeSpan.Zero;
        for (var (back, use) = (TimeSpan.Zero, now); ; back = Earlier(back), use = Use(facts.RewoundTo(facts.AsOf - back), now.Relevance))
        {
            if (!use.Consumption.IsKnown && !(use.Entitled is { IsKnown: true, Value: 0 }))
            {
                return Reading.Unknown<TimeSpan>(use.Consumption.Causes);
            }

            if (!use.Consumption.IsKnown || !(use.Consumption.Value < options.ShelfwareBelow - Tolerance))
            {
                return Reading.Known(unused);
            }

            unused = back;
            if (back == options.ShelfwareAfter || facts.AsOf - DateTimeOffset.MinValue <= Earlier(back))
            {
                return Reading.Known(unused);
            }
        }
    }

    private TimeSpan Earlier(TimeSpan back) => back + TimeSpan.FromDays(1) is var next && next < options.ShelfwareAfter ? next : options.ShelfwareAfter;

    private Reading<double> Entitled(CustomerFacts facts)
    {
        if (declared.Entitled is { } read)
        {
            return read(facts);
        }

        if (facts.Account.Subscriptions is null)
        {
            return Reading.Unknown<double>(new UnknownCause("entitlement", UnknownKind.NotGiven, "no subscriptions are given"));
        }

        var sum = 0d;
        foreach (var subscription in Giving(facts))
        {
            sum += Quantity(subscription);
        }

        return Reading.Known(sum);
    }

    private IEnumerable<Subscription> Giving(CustomerFacts facts) =>
        (facts.Account.Subscriptions ?? []).Where(s => s.IsRunning(facts.AsOf) && Quantity(s) > 0);

    private double Quantity(Subscription subscription) =>
        declared.CountsSeats ? subscription.Seats ?? 0 : subscription.Entitlements.GetValueOrDefault(declared.Entitlement);

    private IReadOnlyList<Money>? Paid(CustomerFacts facts)
    {
        try
        {
            if (declared.Paid is { } read)
            {
                return read(facts) is { } paid && paid.All(m => m.Amount >= 0) ? paid : null;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }

        Money?[] revenues = [.. Giving(facts).Select(s => s.AnnualRevenue)];
        return !declared.PaidBySubscriptions || facts.Account.Subscriptions is null || revenues.Any(r => r is not { Amount: >= 0 })
            ? null
            : [.. revenues.Select(r => r!.Value)];
    }

    // What a lambda says that is no entitlement is not known.
    private static Reading<double> Checked(Reading<double> entitled) =>
        !entitled.IsKnown || (double.IsFinite(entitled.Value) && entitled.Value >= 0) ? entitled
        : Reading.Unknown<double>(new UnknownCause("entitlement", double.IsFinite(entitled.Value) ? UnknownKind.OutOfRange : UnknownKind.NotANumber));

    private Reading<double> Guarded(Func<Reading<double>> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Reading.Unknown<double>(new UnknownCause(declared.Name, UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}"));
        }
    }
}
