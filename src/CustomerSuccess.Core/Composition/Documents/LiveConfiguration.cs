using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>
/// A configuration that can be changed while the host runs. It is reloaded as a whole: while the documents have mistakes, the
/// one before stays. Each that was active is kept in the archive. Safe to use from several threads.
/// </summary>
public sealed class LiveConfiguration : IDisposable
{
    private readonly Func<CustomerConfiguration> _load;
    private readonly LiveConfigurationOptions _options;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly DirectoryWatch? _watch;
    private volatile CustomerConfiguration _current;
    private volatile ConfigurationReload _last;
    private volatile bool _isDisposed;

    private LiveConfiguration(Func<CustomerConfiguration> load, DirectoryWatch? watch, LiveConfigurationOptions options, CustomerConfiguration first)
    {
        (_load, _watch, _options, _current) = (load, watch, options, first);
        _last = new(first, IsChanged: true, []);
    }

    /// <summary>Raised after each reload, whatever came of it, by the thread that reloaded.</summary>
    public event EventHandler<ConfigurationReload>? Reloaded;

    /// <summary>The active configuration: a snapshot that does not change. A call that takes it once sees one configuration to its end.</summary>
    public CustomerConfiguration Current => _current;

    /// <summary>What came of the last load.</summary>
    public ConfigurationReload Last => _last;

    /// <summary>Loads a directory, archives it and makes it active.</summary>
    /// <param name="directory">The directory of the documents.</param>
    /// <param name="options">What the host adds, where activations are kept, whether the directory is watched.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static Task<LiveConfiguration> OpenAsync(string directory, LiveConfigurationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(() => CustomerConfiguration.Load(directory, options.Host), directory, options, cancellationToken);
    }

    /// <summary>Loads documents from wherever the host keeps them, archives them and makes them active.</summary>
    /// <param name="documents">Gives the documents; called again for each reload.</param>
    /// <param name="options">What the host adds, and where activations are kept. There is nothing to watch.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static Task<LiveConfiguration> OpenAsync(Func<IEnumerable<ConfigurationDocument>> documents, LiveConfigurationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(() => CustomerConfiguration.Load(documents(), options.Host), null, options, cancellationToken);
    }

    /// <summary>Loads the documents again. With mistakes the configuration before stays, and the answer has them. What is the same in content changes nothing.</summary>
    /// <param name="cancellationToken">Cancels; then the configuration before stays.</param>
    /// <exception cref="ObjectDisposedException">It was disposed before. A reload that has begun comes to its end.</exception>
    public async Task<ConfigurationReload> ReloadAsync(CancellationToken cancellationToken = default)
    {
        var reload = await ActivateAsync(cancellationToken).ConfigureAwait(false);
        Reloaded?.Invoke(this, reload);
        return reload;
    }

    /// <summary>Health by whatever configuration is active: each call takes one and keeps it to its end.</summary>
    public LiveHealth Over(CustomerSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(this, sources);
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _watch?.Dispose();
    }

    private static async Task<LiveConfiguration> OpenAsync(Func<CustomerConfiguration> load, string? directory, LiveConfigurationOptions options, CancellationToken cancellationToken)
    {
        // Watching begins first: what changes while the documents are read is read again.
        var watch = options.IsWatched && Directory.Exists(directory) ? new DirectoryWatch(directory, options.Time, options.Quiet) : null;
        try
        {
            var live = new LiveConfiguration(load, watch, options, load());
            await live.ArchiveAsync(live._current, cancellationToken).ConfigureAwait(false);
            watch?.Tell(() => _ = live.ReloadWatchedAsync());
            return live;
        }
        catch
        {
            watch?.Dispose();
            throw;
        }
    }

    private async Task<ConfigurationReload> ActivateAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var reload = await LoadAsync(cancellationToken).ConfigureAwait(false);
            // Nobody works by a configuration that is not in the archive.
            (_current, _last) = (reload.Configuration, reload);
            return reload;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _last = new(_current, IsChanged: false, [new("DO013", "archive", $"The configuration could not be activated: {e.GetType().Name}: {e.Message}", "Mend the archive, then reload.")]);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<ConfigurationReload> LoadAsync(CancellationToken cancellationToken)
    {
        CustomerConfiguration loaded;
        try
        {
            loaded = _load();
        }
        catch (ConfigurationException e)
        {
            return new(_current, IsChanged: false, e.Diagnostics);
        }

        if (loaded.ConfigurationHash == _current.ConfigurationHash && loaded.Reproducible)
        {
            return new(_current, IsChanged: false, []);
        }

        await ArchiveAsync(loaded, cancellationToken).ConfigureAwait(false);
        return new(loaded, IsChanged: true, []);
    }

    private ValueTask ArchiveAsync(CustomerConfiguration configuration, CancellationToken cancellationToken) =>
        _options.Archive?.AddAsync(configuration.ToArchive(_options.Time.GetUtcNow()), cancellationToken) ?? ValueTask.CompletedTask;

    private async Task ReloadWatchedAsync()
    {
        ConfigurationReload reload;
        try
        {
            reload = await ActivateAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What failed is to be seen in Last, and whoever disposes does not wait for an answer.
            return;
        }

        try
        {
            Reloaded?.Invoke(this, reload);
        }
        catch (Exception e)
        {
            _last = reload with { Mistakes = [.. reload.Mistakes, new("DO013", "listener", $"Whoever listens to reloads has failed: {e.GetType().Name}: {e.Message}", "Mend the listener; the configuration is not touched by it.")] };
        }
    }
}

/// <summary>What came of loading a configuration again. Immutable.</summary>
/// <param name="Configuration">The configuration that is active now.</param>
/// <param name="IsChanged">Whether it is another than before.</param>
/// <param name="Mistakes">The mistakes of the documents, which the active configuration does not have; empty where they have none.</param>
public sealed record ConfigurationReload(CustomerConfiguration Configuration, bool IsChanged, IReadOnlyList<Diagnostic> Mistakes)
{
    /// <inheritdoc />
    public override string ToString() => Mistakes.Count > 0 ? $"{Mistakes.Count} mistakes: {Configuration} stays" : IsChanged ? $"now {Configuration}" : $"unchanged: {Configuration}";
}

/// <summary>How a configuration is kept up to date.</summary>
public sealed class LiveConfigurationOptions
{
    /// <summary>What the host adds in C#; null for nothing.</summary>
    public Action<ConfigurationHost>? Host { get; init; }

    /// <summary>Where each configuration that becomes active is kept; null for nowhere, and then past scores cannot be computed again.</summary>
    public IDocumentArchive? Archive { get; init; }

    /// <summary>Whether the directory is watched. False unless stated.</summary>
    public bool IsWatched { get; init; }

    /// <summary>How long the files must be quiet before they are read: half a second unless stated.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The host's time: when something is activated, and how long it has been quiet. <c>TimeProvider.System</c>, as a rule.</summary>
    public required TimeProvider Time { get; init; }
}
