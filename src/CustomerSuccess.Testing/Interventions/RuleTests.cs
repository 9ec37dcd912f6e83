using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Testing;

/// <summary>
/// Runs tests of rules that are written as JSON documents, in any test framework: what is given over time, when the cycles are, what is expected. The
/// schema is <c>docs/schema/rule-test.schema.json</c>. Each test has customers, a store and channels of its own. Safe to use from several threads.
/// </summary>
public static class RuleTests
{
    /// <summary>Runs the tests of a file, or of all <c>.json</c> files of a directory and of those below it, over the rules of a configuration.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="configuration">The rules, and how customers are read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The tests have mistakes; the exception has all of them, each with path, line and column.</exception>
    public static Task<RuleTestResults> RunAsync(string path, CustomerConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return RunAsync(path, configuration.Rules, configuration.Over, cancellationToken);
    }

    /// <summary>Runs the tests of a file, or of all <c>.json</c> files of a directory and of those below it.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="health">How customers are read of sources.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The tests have mistakes; the exception has all of them, each with path, line and column.</exception>
    public static Task<RuleTestResults> RunAsync(string path, RuleSet rules, Func<CustomerSources, CustomerHealth> health, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return RunAsync(RuleTestFiles.Read(path), rules, health, cancellationToken);
    }

    /// <summary>Runs the tests of documents.</summary>
    /// <param name="documents">The documents; their names are for messages.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="health">How customers are read of sources.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The tests have mistakes; the exception has all of them, each with path, line and column.</exception>
    public static async Task<RuleTestResults> RunAsync(IEnumerable<ConfigurationDocument> documents, RuleSet rules, Func<CustomerSources, CustomerHealth> health, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(health);
        var results = new List<RuleTestResult>();
        foreach (var test in RuleTestReader.Read([.. documents], rules))
        {
            results.Add(await RuleTestRun.RunAsync(test, rules, health, cancellationToken).ConfigureAwait(false));
        }

        return new() { Results = results.AsReadOnly() };
    }
}
