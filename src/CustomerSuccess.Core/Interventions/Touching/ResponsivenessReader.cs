using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Reads whether a contact answers. Touches count that reached the contact and are over: answered, or waited for in vain. Responsive: one of the last 2
/// was answered, or there were fewer than 2. Unresponsive: none of the last 4, and those lie at least 3 weeks apart, the first from the last, and
/// used at least two channels. Cooling: otherwise. Immutable and safe to use from several threads.
/// </summary>
/// <param name="options">The thresholds; the usual ones where null.</param>
public sealed class ResponsivenessReader(AttemptOptions? options = null)
{
    /// <summary>The thresholds.</summary>
    public AttemptOptions Options { get; } = options ?? new();

    /// <summary>Whether a contact answers, as of an instant.</summary>
    /// <param name="contactId">The contact. Not empty.</param>
    /// <param name="touches">Touches, of whatever cases and contacts; those of others are passed over.</param>
    /// <param name="at">The instant. What came later does not count.</param>
    /// <exception cref="ArgumentException">The contact's id is empty.</exception>
    public ContactResponsiveness Read(string contactId, IEnumerable<Touch> touches, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentNullException.ThrowIfNull(touches);
        return Of(new(contactId, touches, at.ToUniversalTime()), Options);
    }

    internal static ContactResponsiveness Of(TouchHistory history, AttemptOptions options)
    {
        TouchHistory.Attempt[] reached = [.. history.Reached];
        var recent = reached.TakeLast(options.ResponsiveTouches).ToArray();
        if (recent.Length < options.ResponsiveTouches)
        {
            return Is(Responsiveness.Responsive, Counted($"was touched {reached.Length} {(reached.Length == 1 ? "time" : "times")}, fewer than {options.ResponsiveTouches}"));
        }

        var answered = recent.Count(a => a.IsAnswered);
        if (answered > 0)
        {
            return Is(Responsiveness.Responsive, Counted($"answered {answered} of the last {recent.Length} touches"));
        }

        var longer = reached.TakeLast(options.UnresponsiveTouches).ToArray();
        if (longer.Length < options.UnresponsiveTouches || longer.Length == 0 || longer.Any(a => a.IsAnswered))
        {
            return Is(Responsiveness.Cooling, Counted($"answered none of the last {recent.Length} touches"));
        }

        var over = longer[^1].At - longer[0].At;
        var channels = longer.Select(a => a.Touch.Channel).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var words = Counted($"answered none of the last {longer.Length} touches in {NumberText.Of(over.TotalDays)} days on {channels} {(channels == 1 ? "channel" : "channels")}");
        return Is(over >= options.UnresponsiveOver && channels >= options.UnresponsiveChannels ? Responsiveness.Unresponsive : Responsiveness.Cooling, words);
    }

    private static ContactResponsiveness Is(Responsiveness state, string because) => new() { State = state, Because = because };

    private static string Counted(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
