using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <content>To whom, on which channel, and what holds a touch back.</content>
internal sealed partial class ReferenceInterpreter
{
    private Hold? Rules(View view, ReferenceCase open, string? contact, bool byPeople, DateTimeOffset at, IEnumerable<ReferenceCase>? all = null)
    {
        var others = (all ?? Cases).Where(c => c.Customer == open.Customer && c.IsOpen && c.Key != open.Key);
        if (story.Policy.Inhibitions.Any(i => open.Rule.Content.Severity < i.BelowSeverity && others.Any(o => o.Rule.Content.Severity >= i.BySeverity)))
        {
            return new(SuppressionReason.Inhibited);
        }

        var calendar = contact is null || byPeople ? null : story.Policy.Calendar;
        var zone = calendar is null ? null : view.Contacts.First(c => c.Id == contact).Zone;
        if (calendar is not null && zone is null)
        {
            return new(SuppressionReason.QuietHours);
        }

        var silences = story.Silences.Where(s => s.RecordedAt <= view.KnownAt).GroupBy(s => s.Id).Select(g => g.OrderBy(s => s.RecordedAt).ThenBy(s => s.To).Last())
            .Where(s => s.From <= at && at < s.To && (s.CustomerId is null || s.CustomerId == open.Customer) && (s.Segment is null || s.Segment == view.Segment) && (s.Rule is null || s.Rule == open.Key.Rule)).ToArray();
        return silences.Length > 0 ? new(SuppressionReason.Silenced, silences.Max(s => s.To))
            : calendar is null || TimeZoneInfo.FindSystemTimeZoneById(zone!) is var found && calendar.IsOpen(at, found) ? null
            : new(SuppressionReason.QuietHours, calendar.NextOpen(at, found));
    }

    private (string? Contact, string? Channel, bool IsByPeople, Hold? None) Aim(ReferenceCase open, View view, int rung, DateTimeOffset at)
    {
        var content = open.Rule.Content;
        var offered = Story.ChannelsOf(view.Segment);
        if (offered.Length == 0)
        {
            return (null, null, false, new(SuppressionReason.NoTouches));
        }

        var stated = content.Ladder.Count > 0 ? content.Ladder[rung] : null;
        var personas = (stated?.Audience ?? content.Audience).Personas;
        var present = view.Contacts.Where(c => !c.IsGone).OrderByDescending(c => c.IsPrimary).ThenBy(c => c.Id, StringComparer.Ordinal).ToArray();
        var contact = personas.Count == 0 ? present.FirstOrDefault() : personas.Select(p => present.FirstOrDefault(c => c.Persona == p)).FirstOrDefault(c => c is not null);
        if (contact is null)
        {
            return (null, null, true, null);
        }

        string[] shared = [.. offered.Where(c => stated is null || stated.Channels.Count == 0 || stated.Channels.Contains(c))];
        var bars = shared.Select(c => (Channel: c, Bar: Bar(open, view, contact.Id, c, at))).ToArray();
        string[] left = [.. bars.Where(b => b.Bar is null).Select(b => b.Channel)];
        if (left.Length > 0)
        {
            var channel = Best(left, view.CustomerId, contact.Id, at);
            return (contact.Id, channel, stated?.Execution == TouchExecution.People || (stated?.Execution != TouchExecution.Automatic && Story.IsByPeople(view.Segment, channel)), null);
        }

        if (shared.Length == 0)
        {
            return (contact.Id, null, false, new(SuppressionReason.NoTouches));
        }

        // Only attempts used them up: to the owner. Otherwise it waits for a permission, or for time.
        return bars.Any(b => b.Bar!.Reason is SuppressionReason.ChannelFailed or SuppressionReason.Saturated)
            ? (null, null, true, null)
            : (contact.Id, null, false, bars.Any(b => b.Bar!.Reason == SuppressionReason.ConsentUnknown) ? new(SuppressionReason.ConsentUnknown) : new(SuppressionReason.OptOut));
    }

    private Hold? Bar(ReferenceCase open, View view, string contact, string channel, DateTimeOffset at)
    {
        var permits = view.Permits(contact, channel);
        return permits != true ? new(permits == false ? SuppressionReason.OptOut : SuppressionReason.ConsentUnknown)
            : open.Touches.Any(t => t.State == TouchState.Failed && t.Channel == channel) ? new(SuppressionReason.ChannelFailed)
            : Over(open.Customer, contact, at).Count(t => t.Touch.Channel == channel && at - t.At < story.Policy.Attempts.SaturationWindow && t.Touch.State == TouchState.Failed) >= story.Policy.Attempts.SaturatedAfter ? new(SuppressionReason.Saturated)
            : null;
    }

    // (responses + 1) ÷ (attempts + 2) in 180 days, ties by preference; another than the last of a contact who answered none of the last two.
    private string Best(string[] left, string customer, string contact, DateTimeOffset at)
    {
        var over = Over(customer, contact, at);
        var reached = over.Where(t => t.Touch.Sent is not null).ToArray();
        var isResponsive = reached.Length < 2 || reached.TakeLast(2).Any(t => t.Touch.State == TouchState.Answered);
        var last = Begun(customer, contact, at).LastOrDefault().Touch?.Channel;
        return left.Where(c => isResponsive || c != last || left.Length == 1).MaxBy(c =>
        {
            var on = over.Where(t => t.Touch.Channel == c && at - t.At < story.Policy.Attempts.RateWindow).ToArray();
            return (on.Count(t => t.Touch.State == TouchState.Answered) + 1m) / (on.Length + 2m);
        })!;
    }

    private (ReferenceTouch Touch, DateTimeOffset At)[] Over(string customer, string contact, DateTimeOffset at) =>
        [.. Begun(customer, contact, at).Where(t => t.Touch.State is TouchState.Answered or TouchState.Failed && t.Touch.Ended <= at)];

    private IEnumerable<(ReferenceTouch Touch, DateTimeOffset At)> Begun(string customer, string contact, DateTimeOffset at) =>
        from found in Cases
        where found.Customer == customer
        from touch in found.Touches
        where touch.Contact == contact
        let begun = touch.Sent ?? (touch.State == TouchState.Failed && touch.Attempts > 0 ? touch.Ended : null)
        where begun <= at
        orderby begun, found.Key, touch.Rung
        select (touch, begun.Value);
}
