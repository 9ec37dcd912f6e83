using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Simulating;

/// <summary>A store that cancels something at one of its calls.</summary>
internal sealed class CancellingStore(IInterventionStore inner) : IInterventionStore
{
    private int _left;
    private CancellationTokenSource? _cancel;

    /// <summary>Cancels at the call after so many; 0 for never.</summary>
    public void CancelsAfter(int calls, CancellationTokenSource? cancel) => (_left, _cancel) = (calls, cancel);

    public ValueTask<InterventionCycle?> LastCycleAsync(CancellationToken cancellationToken) => Seen().LastCycleAsync(cancellationToken);

    public ValueTask AppendCycleAsync(InterventionCycle cycle, CancellationToken cancellationToken) => Seen().AppendCycleAsync(cycle, cancellationToken);

    public ValueTask<IReadOnlyList<CustomerCaseLog>> ReadAsync(IReadOnlyList<string> customerIds, CancellationToken cancellationToken) => Seen().ReadAsync(customerIds, cancellationToken);

    public IAsyncEnumerable<string> DueAsync(DateTimeOffset upTo, CancellationToken cancellationToken) => Seen().DueAsync(upTo, cancellationToken);

    public IAsyncEnumerable<string> TouchableAsync(DateTimeOffset upTo, CancellationToken cancellationToken) => Seen().TouchableAsync(upTo, cancellationToken);

    public ValueTask<IReadOnlyList<OpenCase>> FindOpenAsync(string rule, IReadOnlyCollection<string> correlations, CancellationToken cancellationToken) => Seen().FindOpenAsync(rule, correlations, cancellationToken);

    public ValueTask<IReadOnlyList<BudgetUse>> ReadUsesAsync(IReadOnlyCollection<BudgetOwner> owners, DateTimeOffset after, CancellationToken cancellationToken) => Seen().ReadUsesAsync(owners, after, cancellationToken);

    public ValueTask<AppendOutcome> AppendAsync(CustomerCaseChange change, CancellationToken cancellationToken) => Seen().AppendAsync(change, cancellationToken);

    private IInterventionStore Seen()
    {
        if (_left > 0 && --_left == 0)
        {
            _cancel!.Cancel();
        }

        return inner;
    }
}
