using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>What a check of <see cref="StrategyLaws"/> found. Immutable.</summary>
public sealed class StrategyLawsReport
{
    internal StrategyLawsReport(int cases, IReadOnlyList<string> facts, IReadOnlyList<StrategyLawViolation> violations) =>
        (Cases, Facts, Violations) = (cases, facts, violations);

    /// <summary>How many customers were tried.</summary>
    public int Cases { get; }

    /// <summary>The facts that were varied: those declared, and those that the strategy was seen to read.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>Each way in which a law is broken, once, with its simplest counterexample found.</summary>
    public IReadOnlyList<StrategyLawViolation> Violations { get; }

    /// <summary>Whether every law held on every customer tried.</summary>
    public bool Holds => Violations.Count == 0;

    /// <summary>Does nothing where every law held.</summary>
    /// <exception cref="StrategyLawsBrokenException">A law was broken; the message has every violation.</exception>
    public void ThrowIfBroken()
    {
        if (!Holds)
        {
            throw new StrategyLawsBrokenException(this);
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var tried = $"{Cases} customers over {(Facts.Count == 0 ? "no facts" : string.Join(", ", Facts))}";
        return Holds
            ? $"Every law held on {tried}."
            : $"{Violations.Count} {(Violations.Count == 1 ? "way" : "ways")} to break the laws, on {tried}:\n{string.Join("\n", Violations.Select(v => $"  {v}"))}";
    }
}

/// <summary>A law that a strategy breaks, and the simplest customer found on which it does. Immutable.</summary>
public sealed class StrategyLawViolation
{
    /// <summary>The law.</summary>
    public required StrategyLaw Law { get; init; }

    /// <summary>The fact that it is about, or null.</summary>
    public required string? Fact { get; init; }

    /// <summary>How it is broken, in words.</summary>
    public required string What { get; init; }

    /// <summary>The facts of the customer that the strategy reads, in words.</summary>
    public required string Counterexample { get; init; }

    /// <summary>The customer itself, to score again in a debugger.</summary>
    public required HealthScoreContext Context { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Law}: {What}. Customer: {Counterexample}";
}

/// <summary>A strategy breaks a law that every strategy keeps.</summary>
public sealed class StrategyLawsBrokenException : Exception
{
    internal StrategyLawsBrokenException(StrategyLawsReport report)
        : base(report.ToString()) => Report = report;

    /// <summary>Every violation.</summary>
    public StrategyLawsReport Report { get; }
}
