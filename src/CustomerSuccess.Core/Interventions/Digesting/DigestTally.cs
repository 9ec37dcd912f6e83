namespace CustomerSuccess.Interventions;

/// <summary>Gathers what happened to cases, by who owned the customer.</summary>
internal sealed class DigestTally(DateTimeOffset from, DateTimeOffset to)
{
    private readonly Dictionary<string, Drawer> _drawers = new(StringComparer.Ordinal);

    /// <summary>Takes a customer in.</summary>
    /// <param name="log">What is kept of its cases.</param>
    /// <param name="ownerAt">Who owned it as of an instant; null where nobody did or that is not known.</param>
    public void Add(CustomerCaseLog log, Func<DateTimeOffset, string?> ownerAt)
    {
        CaseEvent[] known = [.. log.Events.Where(e => e.KnownAt < to)];
        var cases = CaseFold.Of(log.CustomerId, known).ToDictionary(c => c.Key);
        var held = new HashSet<(TouchKey, SuppressionReason)>();
        foreach (var given in known.Where(e => e.KnownAt >= from && !(e is CaseOpened or CaseClosed && e.Case.Rule == CaseSources.OtherWork)))
        {
            var found = cases.GetValueOrDefault(given.Case);
            var owner = found?.Opened.OwnerId ?? (found is null ? ownerAt(given.At) : null);
            switch (given)
            {
                case CaseOpened:
                    Of(owner).Opened.Add(Entry(log, given, null, found, "opened"));
                    break;
                case TouchAttempted { Result: TouchResultKind.Sent } sent:
                    Of(Touch(found, sent.Touch)?.OwnerId ?? owner).Sent.Add(Entry(log, given, sent.Touch, found, Words(found, sent.Touch)));
                    break;
                case TouchAnswered answered:
                    Of(Touch(found, answered.Touch)?.OwnerId ?? owner).Answered.Add(Entry(log, given, answered.Touch, found, $"{Words(found, answered.Touch)} was answered"));
                    break;
                case CaseClosed closed:
                    Of(owner).Closed.Add(Entry(log, given, null, found, $"{closed.Outcome}: {closed.Because}", outcome: closed.Outcome));
                    break;
                case TouchSuppressed back when held.Add((back.Touch, back.Reason)):
                    Of(owner).HeldBack.Add(Entry(log, given, back.Touch, found, $"{back.Reason}: {back.Because}{(back.Until is { } until ? $", until {NumberText.Instant(until)}" : "")}", back.Reason));
                    break;
                case OccurrenceSuppressed none:
                    Of(owner).HeldBack.Add(Entry(log, given, null, null, $"{none.Reason}: {none.Because}", none.Reason));
                    break;
            }
        }

        foreach (var (found, touch) in cases.Values.Where(c => c.IsOpen).SelectMany(c => c.Touches.Where(t => t is { IsByPeople: true, State: TouchState.Reserved } && t.DueAt < to).Select(t => (c, t))))
        {
            Of(touch.OwnerId).Waiting.Add(new() { CustomerId = log.CustomerId, Case = found.Key, Touch = touch.Key, At = touch.DueAt!.Value, Severity = found.Opened.Severity, What = Words(found, touch.Key) });
        }
    }

    /// <summary>The digest of one owner.</summary>
    public InterventionDigest DigestOf(string? owner)
    {
        var drawer = Of(owner);
        return new()
        {
            OwnerId = owner,
            From = from,
            To = to,
            Waiting = [.. drawer.Waiting.OrderByDescending(e => e.Severity).ThenBy(e => e.At).ThenBy(e => e.CustomerId, StringComparer.Ordinal).ThenBy(e => e.Case)],
            Opened = Sorted(drawer.Opened),
            Sent = Sorted(drawer.Sent),
            Answered = Sorted(drawer.Answered),
            Closed = Sorted(drawer.Closed),
            HeldBack = Sorted(drawer.HeldBack),
        };
    }

    /// <summary>The digests of everyone who has one, by owner in ordinal order; that of nobody first.</summary>
    public IReadOnlyList<InterventionDigest> All() => [.. _drawers.Keys.Order(StringComparer.Ordinal).Select(k => DigestOf(k.Length == 0 ? null : k[1..])).Where(d => !d.IsEmpty)];

    private Drawer Of(string? owner)
    {
        // An owner is kept behind a letter, so that nobody is none of them.
        var key = owner is null ? "" : $"o{owner}";
        return _drawers.TryGetValue(key, out var known) ? known : _drawers[key] = new();
    }

    private static IReadOnlyList<DigestEntry> Sorted(IEnumerable<DigestEntry> entries) =>
        [.. entries.OrderBy(e => e.At).ThenBy(e => e.CustomerId, StringComparer.Ordinal).ThenBy(e => e.Case)];

    private static DigestEntry Entry(CustomerCaseLog log, CaseEvent given, TouchKey? touch, InterventionCase? found, string what, SuppressionReason? reason = null, CaseOutcome? outcome = null) =>
        new() { CustomerId = log.CustomerId, Case = given.Case, Touch = touch, At = given.At, Severity = found?.Opened.Severity, Reason = reason, Outcome = outcome, What = what };

    private static Touch? Touch(InterventionCase? found, TouchKey key) => found?.Touches.FirstOrDefault(t => t.Key == key);

    private static string Words(InterventionCase? found, TouchKey key) => $"{Touch(found, key)?.Channel ?? "the owner's choice"}{(key.ContactId is { } contact ? $" to {contact}" : "")}";

    private sealed class Drawer
    {
        public List<DigestEntry> Waiting { get; } = [];

        public List<DigestEntry> Opened { get; } = [];

        public List<DigestEntry> Sent { get; } = [];

        public List<DigestEntry> Answered { get; } = [];

        public List<DigestEntry> Closed { get; } = [];

        public List<DigestEntry> HeldBack { get; } = [];
    }
}
