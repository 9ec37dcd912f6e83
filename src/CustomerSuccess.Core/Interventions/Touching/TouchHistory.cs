namespace CustomerSuccess.Interventions;

/// <summary>
/// The attempts at touching one contact that are over, as of an instant. An attempt is over when it was answered or failed: one that is still waited
/// for says nothing yet, nor does one whose case ended well before it was answered.
/// </summary>
internal sealed class TouchHistory
{
    private readonly Attempt[] _attempts;
    private readonly Attempt[] _over;

    public TouchHistory(string contactId, IEnumerable<Touch> touches, DateTimeOffset at)
    {
        At = at;
        _attempts =
        [
            .. touches.Where(t => t.Key.ContactId == contactId).Select(t => Attempt.Of(t, at)).OfType<Attempt>()
                .OrderBy(a => a.At).ThenBy(a => a.Touch.Key.Case).ThenBy(a => a.Touch.Key.Step).ThenBy(a => a.Touch.Key.Rung),
        ];
        _over = [.. _attempts.Where(a => a.IsOver)];
    }

    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Those that reached the contact and are over, the latest last.</summary>
    public IEnumerable<Attempt> Reached => _over.Where(a => a.Touch.AttemptedAt is not null);

    /// <summary>The channel of the latest attempt, over or not; null where there was none, or its channel is not known.</summary>
    public string? LastChannel => _attempts.LastOrDefault()?.Touch.Channel;

    /// <summary>Those on a channel that are over, begun in (instant − window, instant].</summary>
    public IEnumerable<Attempt> On(string channel, TimeSpan window) => _over.Where(a => a.Touch.Channel == channel && At - a.At < window);

    /// <summary>One attempt: at a touch that was sent, or that could not be.</summary>
    internal sealed record Attempt(Touch Touch, DateTimeOffset At, bool IsOver, bool IsAnswered)
    {
        public static Attempt? Of(Touch touch, DateTimeOffset at)
        {
            var isOver = touch.State is TouchState.Answered or TouchState.Failed && !(touch.EndedAt > at);
            return (touch.AttemptedAt ?? (touch.State == TouchState.Failed && touch.Attempts > 0 ? touch.EndedAt : null)) is { } begun && begun <= at
                ? new(touch, begun, isOver, isOver && touch.State == TouchState.Answered)
                : null;
        }
    }
}
