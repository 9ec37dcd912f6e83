using System.Runtime.CompilerServices;

namespace CustomerSuccess;

/// <summary>Configurations in memory. Entries are only ever added. Safe to use from several threads.</summary>
public sealed class InMemoryDocumentArchive : IDocumentArchive
{
    private readonly Lock _lock = new();
    private readonly List<ArchivedConfiguration> _all = [];

    /// <inheritdoc />
    public ValueTask AddAsync(ArchivedConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_all.Exists(c => c.Hash == configuration.Hash && c.ActivatedAt == configuration.ActivatedAt))
            {
                _all.Add(configuration);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ArchivedConfiguration> FindAsync(string hash, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        ArchivedConfiguration[] found;
        lock (_lock)
        {
            found = [.. _all.Where(c => c.Holds(hash)).OrderBy(c => c.ActivatedAt)];
        }

        foreach (var configuration in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return configuration;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}
