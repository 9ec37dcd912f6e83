namespace CustomerSuccess.Interventions;

/// <summary>
/// A rule: who is touched, why, through which channel, and when it stops. Cases keep it by its content hash. Immutable and safe to share between
/// threads, as far as the host's lambdas are.
/// </summary>
public sealed class Rule
{
    private Rule(string name, RuleContent content, string hash) => (Name, Content, ConfigurationHash) = (name, content, hash);

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>What it consists of.</summary>
    public RuleContent Content { get; }

    /// <summary>The content hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string ConfigurationHash { get; }

    /// <summary>Whether the hash pins down what is computed: false where a lambda without a declared version is part of it.</summary>
    public bool Reproducible => Content.Conditions.All(c => c.Condition.IsReproducible) && Content.Correlation?.IsReproducible != false;

    /// <summary>The names that its conditions read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => [.. Content.Conditions.SelectMany(c => c.Condition.Reads).Concat(Content.Correlation?.Expression.Reads ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What stands behind its conditions: measures over signals, segments, lambdas.</summary>
    internal IEnumerable<object> Sources => Content.Conditions.SelectMany(c => c.Condition.Sources).Concat(Content.Correlation?.Sources ?? []).SelectMany(ExpressionSources.Of);

    /// <summary>What success is: stated, or, of a condition, that it no longer holds.</summary>
    internal FactCondition? Success => Content.Success ?? (Content.Trigger is ConditionTrigger trigger ? !trigger.When : null);

    /// <summary>Begins a rule in words: <c>Rule.Named("no login").When(…).Because(…).Agenda(…).Expecting(…).Build()</c>. Only what may come next is offered.</summary>
    /// <param name="name">The name, for instance <c>no login in 7 days</c>.</param>
    public static RuleNamed Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name);
    }

    /// <summary>Checks everything and gives the rule.</summary>
    /// <param name="name">The name, for instance <c>no login in 7 days</c>.</param>
    /// <param name="content">What it consists of.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static Rule Of(string name, RuleContent content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var found = new DiagnosticList();
        RuleCheck.Run(name, content, found);
        found.ThrowIfAny();
        return new(name, content, RuleHash.Of(name, content));
    }

    /// <inheritdoc />
    public override string ToString() => $"rule '{Name}', {ConfigurationHash[..12]}";
}
