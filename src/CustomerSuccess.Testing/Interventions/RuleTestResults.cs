using System.Globalization;

namespace CustomerSuccess.Testing;

/// <summary>What tests of rules came to. Immutable.</summary>
public sealed class RuleTestResults
{
    /// <summary>The tests, in the order in which they are written.</summary>
    public required IReadOnlyList<RuleTestResult> Results { get; init; }

    /// <summary>Whether there are tests and none failed.</summary>
    public bool Passed => Results.Count > 0 && Results.All(r => r.Passed);

    /// <summary>Throws where a test failed, or there is none: the one line of a test of the host's.</summary>
    /// <exception cref="RuleTestFailedException">A test failed, or there is none.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
        {
            throw new RuleTestFailedException(Explain());
        }
    }

    /// <summary><c>3 tests, 1 failed</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Results.Count} {(Results.Count == 1 ? "test" : "tests")}, {Results.Count(r => !r.Passed)} failed");

    /// <summary>Each test in a line; of one that failed what was expected and what was.</summary>
    public string Explain() => Results.Count == 0 ? "there are no tests" : string.Join('\n', [ToString(), .. Results.Select(r => r.Explain())]);
}

/// <summary>What one test came to. Immutable.</summary>
public sealed class RuleTestResult
{
    /// <summary>The document in which it is written.</summary>
    public required string Document { get; init; }

    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What was otherwise than expected; empty where it passed.</summary>
    public required IReadOnlyList<RuleTestFailure> Failures { get; init; }

    /// <summary>Whether all was as expected.</summary>
    public bool Passed => Failures.Count == 0;

    /// <inheritdoc />
    public override string ToString() => $"{(Passed ? "passed" : "FAILED")}  {Name} ({Document}, line {Line.ToString(CultureInfo.InvariantCulture)})";

    /// <summary>A line; where it failed what was expected and what was.</summary>
    public string Explain() => string.Join('\n', [ToString(), .. Failures.SelectMany(f => f.ToString().Split('\n').Select(l => $"  {l}"))]);
}

/// <summary>Something that is otherwise than expected. Immutable.</summary>
/// <param name="What">Of what: <c>cases</c>, <c>touches</c>, <c>suppressions</c>, <c>why</c>, or <c>problems</c> of the engine.</param>
/// <param name="Expected">What was expected, in words.</param>
/// <param name="Actual">What was, in words.</param>
public sealed record RuleTestFailure(string What, string Expected, string Actual)
{
    /// <summary>Three lines.</summary>
    public override string ToString() => $"{What}\n  expected: {Expected}\n  actual:   {Actual}";
}

/// <summary>Tests of rules failed.</summary>
/// <param name="message">What was expected and what was.</param>
public sealed class RuleTestFailedException(string message) : Exception(message);
