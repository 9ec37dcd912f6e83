using System.Runtime.CompilerServices;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Running;

/// <summary>A store that fails when it is told to: before it does what is asked, or after.</summary>
internal sealed class FaultyStore(IInterventionStore inner) : IInterventionStore
{
    private int _calls;

    /// <summary>The call that fails, from 1; 0 for none.</summary>
    public int FailsAt { get; set; }

    /// <summary>Whether the call that fails has done its work.</summary>
    public bool FailsAfterwards { get; init; }

    /// <summary>Which changes fail, whatever their number.</summary>
    public Func<CustomerCaseChange, bool> FailsOn { get; set; } = _ => false;

    /// <summary>What an addition comes to in place of being made; null for that it is made.</summary>
    public Func<CustomerCaseChange, AppendOutcome?> Instead { get; set; } = _ => null;

    /// <summary>How often it was called.</summary>
    public int Calls => _calls;

    public ValueTask<InterventionCycle?> LastCycleAsync(CancellationToken cancellationToken) => Call(() => inner.LastCycleAsync(cancellationToken));

    public async ValueTask AppendCycleAsync(InterventionCycle cycle, CancellationToken cancellationToken) => await Call(async () =>
    {
        await inner.AppendCycleAsync(cycle, cancellationToken);
        return true;
    });

    public ValueTask<IReadOnlyList<CustomerCaseLog>> ReadAsync(IReadOnlyList<string> customerIds, CancellationToken cancellationToken) => Call(() => inner.ReadAsync(customerIds, cancellationToken));

    public async IAsyncEnumerable<string> DueAsync(DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in await Call(() => ValueTask.FromResult(inner.DueAsync(upTo, cancellationToken))))
        {
            yield return id;
        }
    }

    public async IAsyncEnumerable<string> TouchableAsync(DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in await Call(() => ValueTask.FromResult(inner.TouchableAsync(upTo, cancellationToken))))
        {
            yield return id;
        }
    }

    public ValueTask<IReadOnlyList<OpenCase>> FindOpenAsync(string rule, IReadOnlyCollection<string> correlations, CancellationToken cancellationToken) => Call(() => inner.FindOpenAsync(rule, correlations, cancellationToken));

    public ValueTask<IReadOnlyList<BudgetUse>> ReadUsesAsync(IReadOnlyCollection<BudgetOwner> owners, DateTimeOffset after, CancellationToken cancellationToken) => Call(() => inner.ReadUsesAsync(owners, after, cancellationToken));

    public ValueTask<AppendOutcome> AppendAsync(CustomerCaseChange change, CancellationToken cancellationToken) => FailsOn(change)
        ? throw new IOException("the store is away")
        : Call(() => Instead(change) is { } outcome ? ValueTask.FromResult(outcome) : inner.AppendAsync(change, cancellationToken));

    private async ValueTask<T> Call<T>(Func<ValueTask<T>> work)
    {
        var fails = Interlocked.Increment(ref _calls) == FailsAt;
        if (fails && !FailsAfterwards)
        {
            throw new IOException("the store is away");
        }

        var result = await work();
        return fails ? throw new IOException("the store is away") : result;
    }
}
