using System.Globalization;
using CustomerSuccess.Contacts;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>
/// The channel for a contact: the permitted, unsaturated one that has not failed in the case with the highest (responses + 1) ÷ (attempts + 2) in the
/// window of the rate; of equals the one that the experience prefers. A contact who does not answer is touched on another channel than the last time,
/// where another is left.
/// </summary>
internal static class ChannelChoice
{
    public static ChannelAnswer Of(ChannelQuestion question)
    {
        var (offered, none) = Offered(question);
        if (none is not null)
        {
            return new() { Because = none.Because, Barred = [none] };
        }

        var history = new TouchHistory(question.ContactId, question.Touches, question.At);
        var failed = question.Failed.ToHashSet(StringComparer.Ordinal);
        var judged = offered.Select((channel, place) => (Channel: channel, Place: place, Bar: Bar(channel, question, failed, history))).ToArray();
        var barred = judged.Select(j => j.Bar).OfType<BarredChannel>().ToArray();
        Candidate[] left = [.. judged.Where(j => j.Bar is null).Select(j => new Candidate(j.Channel, j.Place, history, question.Options))];
        if (left.Length == 0)
        {
            return new() { Because = string.Join("; ", barred.Select(b => b.Because)), Barred = barred };
        }

        var answers = ResponsivenessReader.Of(history, question.Options);
        var other = answers.State != Responsiveness.Responsive && history.LastChannel is { } last && left.Any(c => c.Channel == last) && left.Length > 1 ? last : null;
        var best = left.Where(c => c.Channel != other).Aggregate((one, next) => next.IsBetterThan(one) ? next : one);
        return new()
        {
            Channel = best.Channel,
            Because = other is null ? best.Words : $"{best.Words}; another than {other}, since the contact {answers.Because}",
            Barred = barred,
        };
    }

    private static (IReadOnlyList<string> Channels, BarredChannel? None) Offered(ChannelQuestion question)
    {
        var known = question.Facts.Contacts.Contact(question.ContactId);
        if (!known.IsKnown)
        {
            return ([], new(null, SuppressionReason.NoContact, $"the contact '{question.ContactId}' is not known"));
        }

        var rung = question.Rung.Channels;
        if (question.Facts.Segments.Experience is not { Experience: { } experience } segment)
        {
            return known.Value.Channels is not { } own
                ? ([], new(null, SuppressionReason.ConsentUnknown, "the contact's channels are not known"))
                : own.Count == 0 ? ([], new(null, SuppressionReason.OptOut, "no channel is permitted"))
                : Shared(own, rung, "the contact's");
        }

        return experience.Channels.Count == 0
            ? ([], new(null, SuppressionReason.NoTouches, $"the experience of '{segment.Segment}' has no channels"))
            : Shared(experience.Channels, rung, $"those of '{segment.Segment}'");
    }

    private static (IReadOnlyList<string> Channels, BarredChannel? None) Shared(IReadOnlyList<string> offered, IReadOnlyList<string> rung, string whose)
    {
        string[] shared = [.. offered.Where(c => rung.Count == 0 || rung.Contains(c, StringComparer.Ordinal))];
        return shared.Length > 0
            ? (shared, null)
            : ([], new(null, SuppressionReason.NoTouches, $"no channel of the rung ({string.Join(", ", rung)}) is among {whose} ({string.Join(", ", offered)})"));
    }

    private static BarredChannel? Bar(string channel, ChannelQuestion question, HashSet<string> failed, TouchHistory history)
    {
        var verdict = question.Facts.Contacts.MayBeTouched(question.ContactId, channel, question.Purpose);
        if (!verdict.IsAllowed)
        {
            return new(channel, verdict.State == PermissionState.Barred ? SuppressionReason.OptOut : SuppressionReason.ConsentUnknown, $"{channel}: {verdict.Reason}");
        }

        if (failed.Contains(channel))
        {
            return new(channel, SuppressionReason.ChannelFailed, $"{channel}: failed in this case");
        }

        var (after, window) = (question.Options.SaturatedAfter, question.Options.SaturationWindow);
        var silent = history.On(channel, window).Where(a => !a.IsAnswered).ToArray();
        return silent.Length < after
            ? null
            : new(channel, SuppressionReason.Saturated, string.Create(CultureInfo.InvariantCulture, $"{channel}: {silent.Length} without answer in {DocumentSpan.Write(window)}"), Later(silent[^after].At, window));
    }

    private static DateTimeOffset? Later(DateTimeOffset at, TimeSpan by) => DateTimeOffset.MaxValue - at > by ? at + by : null;

    private sealed class Candidate
    {
        private readonly int _place;
        private readonly long _attempts;
        private readonly long _responses;

        public Candidate(string channel, int place, TouchHistory history, AttemptOptions options)
        {
            var attempts = history.On(channel, options.RateWindow).ToArray();
            (Channel, _place, _attempts, _responses) = (channel, place, attempts.Length, attempts.Count(a => a.IsAnswered));
            var window = DocumentSpan.Write(options.RateWindow);
            Words = _attempts == 0 ? $"not tried in {window}" : string.Create(CultureInfo.InvariantCulture, $"{_responses} of {_attempts} answered in {window}");
        }

        public string Channel { get; }

        public string Words { get; }

        public bool IsBetterThan(Candidate other)
        {
            var difference = ((_responses + 1) * (other._attempts + 2)) - ((other._responses + 1) * (_attempts + 2));
            return difference > 0 || (difference == 0 && _place < other._place);
        }
    }
}
