using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <content>Rules of chance.</content>
internal sealed partial class StoryMaker
{
    private static readonly TouchPurpose Purpose = new() { Reason = "it was seen", Agenda = "what to do", ExpectedResult = "it is done" };

    private StoryRule Rule(string name)
    {
        var (trigger, meaning) = Trigger();
        var success = meaning.Condition is null || Is(0.3) ? Condition() : null;
        var guard = Is(0.3) ? Condition() : null;
        var exit = Is(0.2) ? Condition() : null;
        var isByGroup = Is(0.25);
        var content = new RuleContent
        {
            Trigger = trigger,
            Purpose = Purpose,
            Guard = guard?.Written,
            Success = success?.Written,
            Exit = exit?.Written,
            Correlation = isByGroup ? Story.Language.Text("customer.group") : null,
            Severity = Of(CaseSeverity.Info, CaseSeverity.Warning, CaseSeverity.Severe),
            Priority = Of(0, 0, 1),
            Audience = Of(new Audience(), Audience.Of(Personas.ExecutiveSponsor, Personas.Champion)),
            Wait = TimeSpan.FromHours(Of(12, 48, 72)),
            Ladder = Is(0.5) ? [] : [.. Enumerable.Range(0, Of(1, 2, 3)).Select(_ => new Rung { Channels = Of<string[]>([], ["email"], ["in-app"], ["call", "in-app"]), Wait = Is(0.3) ? TimeSpan.FromHours(_chance.Next(1, 100)) : null, Execution = Of(TouchExecution.ByExperience, TouchExecution.ByExperience, TouchExecution.People) })],
            SuccessWithin = TimeSpan.FromHours(Of(30, 100, 300, 720)),
            CoolDown = Is(0.5) ? TimeSpan.Zero : TimeSpan.FromHours(Of(12, 50, 120)),
            ReEntry = Of(ReEntry.AfterClear, ReEntry.AfterClear, meaning.Condition is null ? ReEntry.AfterClear : ReEntry.AfterCoolDown, ReEntry.Never),
            Caps = Is(0.2) ? [new(Of(1, 2), TimeSpan.FromDays(Of(3, 10)))] : [],
            Lateness = TimeSpan.FromHours(Of(0, 10, 24, 24, 100)),
            WhenUnknown = Of(WhenUndetermined.Wait, WhenUndetermined.Continue),
            OnRemoved = Of(WhenRemoved.Finish, WhenRemoved.Cancel),
        };
        content = content.ReEntry == ReEntry.AfterCoolDown && content.CoolDown == TimeSpan.Zero ? With.Changed(content, nameof(RuleContent.CoolDown), TimeSpan.FromHours(30)) : content;
        return new(CustomerSuccess.Interventions.Rule.Of(name, content), meaning, guard, success, exit, isByGroup);
    }

    private StoryCondition Condition() => _chance.Next(8) switch
    {
        0 => StoryCondition.SeatsBelow(Of(10, 50, 100)),
        1 => StoryCondition.SeatsFrom(Of(20, 75)),
        2 => StoryCondition.UsersBelow(Of(5, 10)),
        3 => StoryCondition.LoginsBelow(Of(1, 2), Of(3, 7)),
        4 => StoryCondition.LoginsFrom(Of(1, 3), Of(3, 7)),
        5 => StoryCondition.Both(Condition(), Condition()),
        6 => StoryCondition.Either(Condition(), Condition()),
        _ => StoryCondition.Not(Condition()),
    };

    private (RuleTrigger, ReferenceTrigger) Trigger()
    {
        var (condition, zone) = (Condition(), Of(TimeZoneInfo.Utc, Story.Berlin));
        var hours = TimeSpan.FromHours(Of(1, 30, 72));
        var (seats, band) = (Of(null, "enterprise", "self", "none"), Of(null, "Red", "Yellow", "Green"));
        var within = TimeSpan.FromDays(Of(3, 7));
        return _chance.Next(14) switch
        {
            0 or 1 or 2 => (CustomerSuccess.Interventions.Trigger.When(condition.Written), new BeginsToHold(condition)),
            3 or 4 => TimeSpan.FromDays(Of(1, 2, 3)) is var duration ? (CustomerSuccess.Interventions.Trigger.When(condition.Written, duration, zone == TimeZoneInfo.Utc ? null : new EvaluationGrid(zone)), new HoldsFor(condition, duration, zone)) : default,
            5 => (CustomerSuccess.Interventions.Trigger.After(Anchor.CustomerSince, hours), new Anchored("since", hours)),
            6 => (CustomerSuccess.Interventions.Trigger.Before(Anchor.Trait("review"), hours), new Anchored("review", -hours)),
            7 => (CustomerSuccess.Interventions.Trigger.After(Anchor.Signal("login"), hours), new Anchored("login", hours)),
            8 => Of("since", "review", "login") is var anchor ? (CustomerSuccess.Interventions.Trigger.Absence("login", within, anchor switch { "since" => Anchor.CustomerSince, "review" => Anchor.Trait("review"), _ => Anchor.Signal("login") }, 2), new Anchored(anchor, within, 2)) : default,
            9 => (CustomerSuccess.Interventions.Trigger.AbsenceIn(CalendarPeriod.Week, "login", zone, 2), new Scheduled(zone, IsMonday, TimeSpan.Zero, 2)),
            10 => (CustomerSuccess.Interventions.Trigger.Every(CalendarPeriod.Week, zone), new Scheduled(zone, IsMonday, TimeSpan.Zero)),
            11 => (CustomerSuccess.Interventions.Trigger.Cron("30 9 * * 2,5", zone), new Scheduled(zone, d => d.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday, new TimeSpan(9, 30, 0))),
            12 => Is(0.4) ? (CustomerSuccess.Interventions.Trigger.Signal("login"), new LoggedIn(null)) : (CustomerSuccess.Interventions.Trigger.Signal("login", SignalExpressions.Language.Condition("signal.value > 4.0")), new LoggedIn(4)),
            _ => _chance.Next(3) switch
            {
                0 => (CustomerSuccess.Interventions.Trigger.SegmentEntered("experience", seats), new Moved(false, seats, null)),
                1 => (CustomerSuccess.Interventions.Trigger.SegmentLeft("experience", seats ?? "self"), new Moved(false, null, seats ?? "self")),
                _ => (band == "Yellow" ? "Red" : Of(null, "Yellow")) is var from ? (CustomerSuccess.Interventions.Trigger.BandChanged(band, from), new Moved(true, band, from)) : default,
            },
        };
    }

    private static bool IsMonday(DateTime day) => day.DayOfWeek == DayOfWeek.Monday;
}
