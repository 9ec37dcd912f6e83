using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// The asks that a plan announces: each becomes due when its milestone is reached, never by the calendar, and is refused before. Pure functions of
/// a plan's state.
/// </summary>
public static class TeeUps
{
    /// <summary>How each tee-up of the plan stands, in the plan's order.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="options">When something may be asked again; 90 days after "later" where null.</param>
    public static IReadOnlyList<TeeUpState> Of(PlanState state, TeeUpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var then = new Dictionary<DateTimeOffset, PlanState>();
        return Array.AsReadOnly([.. state.Plan.Content.TeeUps.Select(t => TeeUpMaker.Make(state, t, options ?? new(), then))]);
    }

    /// <summary>The asks that were recorded of tee-ups that the plan does not have, by when they were made.</summary>
    public static IReadOnlyList<TeeUpAsked> NotAnnounced(PlanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Array.AsReadOnly([.. state.Events.OfType<TeeUpAsked>().Where(a => !state.Plan.Content.TeeUps.Any(t => t.Id == a.TeeUp))]);
    }

    /// <summary>Whether a tee-up may be asked as of the state. A refusal is an answer and no exception.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="teeUp">The tee-up.</param>
    /// <param name="options">When something may be asked again; 90 days after "later" where null.</param>
    /// <exception cref="ArgumentException">The plan has none of that id.</exception>
    public static TeeUpDecision MayAsk(PlanState state, string teeUp, TeeUpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Permit(Find(state, teeUp, options), null);
    }

    /// <summary>Makes the event of an ask at the state's instant, for the host to record; refuses where it may not be asked.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="teeUp">The tee-up.</param>
    /// <param name="eventId">The event's id, new in the plan.</param>
    /// <param name="author">Who asks. Not empty.</param>
    /// <param name="contactId">The contact who is asked; null for nobody in particular.</param>
    /// <param name="options">When something may be asked again; 90 days after "later" where null.</param>
    /// <exception cref="ArgumentException">The plan has none of that id, an event of that id stands already, or id or author is empty.</exception>
    public static TeeUpDecision Ask(PlanState state, string teeUp, string eventId, string author, string? contactId = null, TeeUpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (found, ask) = (Find(state, teeUp, options), new TeeUpAsked(eventId, state.Plan.Version.PlanId, state.CustomerId, state.AsOf, teeUp, author) { ContactId = contactId });
        return state.Events.Any(e => e.Id == eventId)
            ? throw new ArgumentException($"The plan has an event '{eventId}' already. Give the ask an id of its own.", nameof(eventId))
            : Permit(found, ask);
    }

    private static TeeUpDecision Permit(TeeUpState state, TeeUpAsked? ask)
    {
        var allowed = state.Standing == TeeUpStanding.Due;
        return new() { IsAllowed = allowed, Reason = allowed ? state.Reason : Refusal(state), Ask = allowed ? ask : null };
    }

    private static string Refusal(TeeUpState state) => state.Standing == TeeUpStanding.Announced
        ? string.Create(CultureInfo.InvariantCulture, $"'{state.Id}' is not asked {state.Reason}, expected on {PlanDates.Iso(state.MilestoneOn)}")
        : $"'{state.Id}' is not asked again: {state.Reason}";

    private static TeeUpState Find(PlanState state, string teeUp, TeeUpOptions? options)
    {
        ArgumentNullException.ThrowIfNull(teeUp);
        return state.Plan.Content.TeeUps.FirstOrDefault(t => t.Id == teeUp) is { } found
            ? TeeUpMaker.Make(state, found, options ?? new(), [])
            : throw new ArgumentException($"The plan has no tee-up '{teeUp}'. {Suggestion.For(teeUp, [.. state.Plan.Content.TeeUps.Select(t => t.Id)])}", nameof(teeUp));
    }
}
