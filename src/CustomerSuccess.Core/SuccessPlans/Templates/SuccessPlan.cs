namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// A customer's plan, as one of its versions has it: the template with this customer's changes, and the days counted from its start.
/// It has no state of its own: <see cref="At(CustomerFacts, IEnumerable{PlanEvent}, PlanOptions?)"/> computes that as of an instant. Immutable and safe to share between threads, as far
/// as the host's lambdas are.
/// </summary>
public sealed class SuccessPlan
{
    private readonly Lazy<string> _hash;

    private SuccessPlan(PlanTemplate template, PlanVersion version, PlanContent content, TimeZoneInfo zone)
    {
        (Template, Version, Content) = (template, version, content);
        Calendar = new(version.StartsOn, zone);
        Graph = PlanGraph.Of([.. content.Items])!;
        Shape = new(this);
        _hash = new(() => PlanHash.Of(template.Name, content, version.StartsOn, version.Zone));
    }

    /// <summary>The model customer that it was made from.</summary>
    public PlanTemplate Template { get; }

    /// <summary>The version.</summary>
    public PlanVersion Version { get; }

    /// <summary>What it consists of, for this customer.</summary>
    public PlanContent Content { get; }

    /// <summary>A hash of everything that its state is computed from beside facts and events: two plans of one hash and the same events have the same state.</summary>
    public string ContentHash => _hash.Value;

    /// <summary>The first instant of its day 0, UTC.</summary>
    public DateTimeOffset Start => Calendar.Start;

    internal PlanCalendar Calendar { get; }

    internal PlanGraph Graph { get; }

    internal PlanShape Shape { get; }

    internal static SuccessPlan Of(PlanTemplate template, PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var found = new DiagnosticList();
        var path = $"plan/{version.PlanId}";
        if (version.Template != template.Name || version.TemplateHash != template.ConfigurationHash)
        {
            found.Add("PL018", path, $"The plan '{version.PlanId}' was made from {version.Template}@{Short(version.TemplateHash)}, not from {template.Name}@{template.ConfigurationHash[..12]}.", "Give the template of that hash: templates that plans were made from are kept.");
            found.ThrowIfAny();
        }

        var zone = PlanZones.Find(version.Zone, path, found);
        var content = PlanChanges.Apply(path, template.Content, version.Changes, found);
        if (version.Changes.Count > 0 && found.All.Count == 0)
        {
            PlanCheck.Run(template.Name, content, found);
        }

        found.ThrowIfAny();
        return new(template, version, content, zone!);
    }

    /// <summary>The first day of the plan and the day on which its last item is due, as dates in its zone.</summary>
    public (DateOnly First, DateOnly Last) Span => (Version.StartsOn, Calendar.DateOf(Graph.Due.Max()));

    /// <summary>The date of a day, in the plan's zone.</summary>
    /// <param name="day">Days since the start.</param>
    public DateOnly DateOf(int day) => Calendar.DateOf(day);

    /// <summary>The day, since the start, on which an instant falls in the plan's zone; negative before the start.</summary>
    public int DayOf(DateTimeOffset instant) => Calendar.DayOf(instant);

    /// <summary>
    /// The state as of the instant of the facts, as known at the instant at which they are known. Conditions and measures are followed from the
    /// plan's start to that instant; events of other plans and customers are left out. Pure.
    /// </summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="events">What was recorded about the plan, in any order.</param>
    /// <param name="options">Thresholds; those of the definitions where null.</param>
    public PlanState At(CustomerFacts facts, IEnumerable<PlanEvent> events, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(events);
        var tracker = Track(facts.CustomerId, options);
        foreach (var given in events)
        {
            tracker.Add(given);
        }

        return tracker.At(facts);
    }

    /// <summary>Follows the plan for one of its customers: events are added as they come, and the state is asked for at any instant.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="options">Thresholds; those of the definitions where null.</param>
    public PlanTracker Track(string customerId, PlanOptions? options = null) => new(this, customerId, options ?? new());

    /// <inheritdoc />
    public override string ToString() => Version.ToString();

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];
}
