using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>The documents of a quarter: health by layers, segments, the plan of a launch, rules, and what holds for all of them.</summary>
internal static class QuarterDocuments
{
    // What a seat is meant to be used for in four weeks.
    private const double ItemsASeat = 20;

    private static readonly ConsumptionReader Consumption = new(
    [
        new("seats", SignalMeasure.DistinctActors("login").ByCustomer().InLast(CapabilityDeclaration.WindowInDays)) { CountsSeats = true, Relevance = _ => CustomerSuccess.Reading.Known(0.4), Version = "1" },
        new("work", SignalMeasure.Sum("feature_used").ByCustomer().InLast(CapabilityDeclaration.WindowInDays)) { Entitled = Work, Relevance = _ => CustomerSuccess.Reading.Known(0.6), Version = "1" },
    ]);

    /// <exception cref="ConfigurationException">The documents have mistakes: all of them are told.</exception>
    /// <exception cref="InputException">The folder has no rule.</exception>
    public static CustomerConfiguration In(string folder)
    {
        var found = CustomerConfiguration.Load(folder, host => host.Health(h => h
            .AnnualRevenue("annual revenue", SignalHealth.Currency)
            .Number("consumption gap", Consumption.Gap, "1")));
        return found.Rules.Rules.Count > 0 ? found : throw new InputException($"{Quoted.Clean(folder)}: no document of kind rule is here. Name another folder with --config.");
    }

    private static Reading<double> Work(CustomerFacts facts)
    {
        var seats = (facts.Account.Subscriptions ?? []).Where(s => s.IsRunning(facts.AsOf)).Sum(s => s.Seats ?? 0);
        return seats > 0 ? CustomerSuccess.Reading.Known(ItemsASeat * seats) : CustomerSuccess.Reading.Unknown<double>(new UnknownCause("seats", UnknownKind.NotGiven));
    }
}
