using System.Runtime.CompilerServices;
using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Health.Observing;

/// <summary>A host's own sources over lists: they give more than was asked for, in the order of the lists, and note what was asked.</summary>
internal sealed class HostSource(IReadOnlyList<Signal> signals, IReadOnlyList<Customer> customers, SignalCoverage? coverage) : ISignalSource, ICustomerSource
{
    public List<SignalQuery> Asked { get; } = [];

    public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        return Given(signals, cancellationToken);
    }

    public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => new(coverage!);

    public IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken) => Given(customers.Select(c => c.Id).Distinct(), cancellationToken);

    public ValueTask<IReadOnlyList<Customer>> FindAsync(string customerId, CancellationToken cancellationToken) => new([.. customers.Where(c => c.Id == customerId)]);

    public IAsyncEnumerable<Customer> ReadAsync(FactQuery query, CancellationToken cancellationToken) => Given(customers, cancellationToken);

    public IAsyncEnumerable<Customer> ReadChildrenAsync(FactQuery query, CancellationToken cancellationToken) => Given(customers, cancellationToken);

    private static async IAsyncEnumerable<T> Given<T>(IEnumerable<T> all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var one in all)
        {
            await Task.CompletedTask;
            cancellationToken.ThrowIfCancellationRequested();
            yield return one;
        }
    }
}
