namespace CustomerSuccess;

/// <summary>
/// Keeps every configuration that was ever active, so that a past score can be computed again with the configuration of its
/// day. Entries are only ever added. Safe to use from several threads.
/// </summary>
public interface IDocumentArchive
{
    /// <summary>Adds an activation. The same one twice is one.</summary>
    /// <param name="configuration">The configuration with its documents.</param>
    /// <param name="cancellationToken">Cancels; then nothing was added, or all of it.</param>
    ValueTask AddAsync(ArchivedConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>The activations of a configuration, or of all that hold something with this hash (a scorecard, a scheme, a template of plans), the earliest first.</summary>
    /// <param name="hash">The content hash: of a score its <c>ConfigurationHash</c>, of a version of a plan its <c>TemplateHash</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<ArchivedConfiguration> FindAsync(string hash, CancellationToken cancellationToken);
}

/// <summary>A configuration as it was activated. Immutable.</summary>
public sealed record ArchivedConfiguration
{
    /// <summary>The content hash of the whole.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was activated, UTC.</summary>
    public required DateTimeOffset ActivatedAt { get; init; }

    /// <summary>Its documents, as they were written.</summary>
    public required IReadOnlyList<ConfigurationDocument> Documents { get; init; }

    /// <summary>What it holds, by content hash: <c>scorecard 'default'</c>, <c>scheme 'experience'</c>, <c>plan 'onboarding'</c>.</summary>
    public required IReadOnlyDictionary<string, string> Contents { get; init; }

    /// <summary>Whether the hash is its own, or that of something which it holds.</summary>
    public bool Holds(string hash) => Hash == hash || Contents.ContainsKey(hash);

    /// <inheritdoc />
    public override string ToString() => $"{Hash[..Math.Min(12, Hash.Length)]} of {NumberText.Instant(ActivatedAt)}";
}
