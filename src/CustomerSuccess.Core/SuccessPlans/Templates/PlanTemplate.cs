namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// A model customer: the plan as it goes where it goes well. A customer's own plan is made from it, and keeps it by name and
/// content hash. Immutable and safe to share between threads, as far as the host's lambdas are.
/// </summary>
public sealed class PlanTemplate
{
    private PlanTemplate(string name, PlanContent content, string hash, IEnumerable<Diagnostic> warnings) =>
        (Name, Content, ConfigurationHash, Warnings) = (name, content, hash, Array.AsReadOnly([.. warnings]));

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>What it consists of.</summary>
    public PlanContent Content { get; }

    /// <summary>The content hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string ConfigurationHash { get; }

    /// <summary>What is no mistake, and yet measures the vendor's work rather than the customer's success: stages of the vendor's process, evidence that only the vendor causes, objectives and outcomes that no milestone serves. Of a document with line and column.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>Whether the hash pins down what is computed: false where a lambda without a declared version is part of it.</summary>
    public bool Reproducible => Content.Items.All(i => i.Evidence?.IsReproducible != false) && Content.Objectives.All(o => o.Measure.IsReproducible);

    /// <summary>The names that its conditions and measures read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => [.. Content.Items.SelectMany(i => i.Evidence?.Reads ?? []).Concat(Content.Objectives.SelectMany(o => o.Measure.Expression?.Expression.Reads ?? [])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What stands behind them: measures over signals, lambdas.</summary>
    internal IEnumerable<object> Sources => Content.Items.SelectMany(i => i.Evidence?.Sources ?? []).Concat(Content.Objectives.SelectMany(o => o.Measure.Sources)).SelectMany(ExpressionSources.Of);

    /// <summary>Checks everything and gives the template.</summary>
    /// <param name="name">The name, for instance <c>onboarding</c>.</param>
    /// <param name="content">What it consists of.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static PlanTemplate Of(string name, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var found = new DiagnosticList();
        PlanCheck.Run(name, content, found);
        found.ThrowIfAny();
        var warnings = new DiagnosticList();
        PlanWarnings.Find(name, content, warnings);
        return new(name, content, PlanHash.Of(name, content), warnings.All);
    }

    /// <summary>The same, with the places of its warnings.</summary>
    internal PlanTemplate With(IReadOnlyList<Diagnostic> warnings) => new(Name, Content, ConfigurationHash, warnings);

    /// <summary>A customer's first version of a plan from this template, to be kept by the host; or that of a cluster of customers.</summary>
    /// <param name="planId">The plan's id. Not empty.</param>
    /// <param name="holder">Whose plan it is.</param>
    /// <param name="startsOn">Day 0, in the zone.</param>
    /// <param name="zone">The IANA time zone in which days are counted.</param>
    /// <param name="effectiveAt">From when the version is in force; the start of day 0 unless stated.</param>
    /// <param name="changes">What differs from the template.</param>
    /// <exception cref="ConfigurationException">The zone is none, or a change fits nothing; the exception has all mistakes.</exception>
    public PlanVersion Instantiate(string planId, PlanHolder holder, DateOnly startsOn, string zone, DateTimeOffset? effectiveAt = null, params IReadOnlyList<PlanChange> changes)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var version = new PlanVersion(planId, holder, effectiveAt ?? PlanZones.StartOf(startsOn, zone)) { Template = Name, TemplateHash = ConfigurationHash, StartsOn = startsOn, Zone = zone, Changes = changes };
        _ = For(version);
        return version;
    }

    /// <summary>The plan of a version that was made from this template.</summary>
    /// <exception cref="ConfigurationException">It was made from another template, its zone is none, or a change fits nothing; the exception has all mistakes.</exception>
    public SuccessPlan For(PlanVersion version) => SuccessPlan.Of(this, version);

    /// <inheritdoc />
    public override string ToString() => $"plan '{Name}', {Content.Milestones.Count} milestones, {Content.Accountabilities.Count} accountabilities, {ConfigurationHash[..12]}";
}
