using System.Runtime.CompilerServices;

namespace CustomerSuccess.Customers;

/// <summary>Gives records that are in memory as a source does.</summary>
internal static class RecordStream
{
    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
