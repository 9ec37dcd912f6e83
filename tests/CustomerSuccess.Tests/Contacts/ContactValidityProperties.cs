using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

public sealed class ContactValidityProperties
{
    private static readonly ConditionExpression<CustomerFacts>[] Conditions = [.. ((string[])
    [
        "issues.open(2) >= 1", "issues.open() == 1", "issues.opened(days(3)) > 0", "issues.opened(1, days(2)) < 1",
        "contacts.active >= 2", "contacts.engaged(days(3)) > 0", "contacts.engaged(days(3)) == contacts.active", "contacts.exposure >= 0.5", "known(contacts.exposure)", "contacts.missing.size() == 2", "contacts.signerKnown",
        "contacts.covers('champion') && issues.open(1) == 0", "contacts.daysSince('champion') < 2.5", "contacts.daysSince('champion') <= 3.0", "orElse(contacts.daysSince('executive sponsor'), 0.0) > 4.0",
        "contacts.daysSince('champion') > 1.0 || contacts.exposure < 0.3",
    ]).Select(CustomerExpressions.Declare().Contacts(new() { Window = TimeSpan.FromDays(4) }).Build().Condition)];

    [Law(MaxTest = 1500)]
    public void An_answer_is_the_same_at_every_instant_until_it_says_it_may_change_and_that_is_later(Seed seed)
    {
        var dice = seed.Dice();
        object[] records = [.. Enumerable.Range(0, dice.Below(20)).Select(i => ContactProperties.Any(dice, i))];
        var condition = dice.Of(Conditions);
        var asOf = Day.AddDays(dice.Below(9)).AddTicks(dice.Below(3) - 1);
        // What is recorded later is not there.
        var log = ContactProperties.Of(records.Where(r => ((IDated)r).RecordedAt <= asOf));
        var facts = Facts(log, asOf);
        var answer = condition.HoldsUntil(facts);
        Assert.True(answer.Until is null || answer.Until > asOf);
        foreach (var at in Instants(records).Where(t => t > asOf && !(t >= answer.Until)))
        {
            var then = condition.Holds(Facts(log, at));
            Claim.Holds(answer.Reading.IsKnown == then.IsKnown && answer.Reading.OrElse(false) == then.OrElse(false), $"{condition} as of {asOf:O} {answer}, at {at:O} {then}");
        }
    }

    // Every date that is recorded, moved by every length that is named, and a tick to each side.
    private static IEnumerable<DateTimeOffset> Instants(object[] records) => records.Cast<IDated>()
        .SelectMany(r => (DateTimeOffset?[])[r.EffectiveAt, r.RecordedAt, (r as Issue)?.ClosedAt])
        .OfType<DateTimeOffset>()
        .SelectMany(at => new[] { 0, 1, 2, 2.5, 3, 4 }.Select(d => at.AddDays(d)))
        .SelectMany(at => (DateTimeOffset[])[at.AddTicks(-1), at, at.AddTicks(1)])
        .Distinct();
}
