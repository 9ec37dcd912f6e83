using System.Runtime.CompilerServices;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>The customers of a portfolio: those that a source names, otherwise those that a log has signals of.</summary>
internal static class CustomerIds
{
    public static IAsyncEnumerable<string> Of(CustomerSources sources, CancellationToken cancellationToken) =>
        sources.Customers?.IdsAsync(cancellationToken)
        ?? (sources.Signals is SignalLog log
            ? Given(log.CustomerIds, cancellationToken)
            : throw new InvalidOperationException("Nothing names the customers. Register an ICustomerSource, or signals in a SignalLog."));

    /// <summary>Ids that are known already.</summary>
    public static async IAsyncEnumerable<string> Given(IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
