using CustomerSuccess.Signals;

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
    private readonly string? _directory;
    private FileSystemWatcher? _watcher;
    private QuietPeriod? _quiet;
    private volatile CustomerConfiguration _current;
    private volatile ConfigurationReload _last;

    private LiveConfiguration(Func<CustomerConfiguration> load, string? directory, LiveConfigurationOptions options, CustomerConfiguration first)
    {
        (_load, _directory, _options, _current) = (load, directory, options, first);
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
    public async Task<ConfigurationReload> ReloadAsync(CancellationToken cancellationToken = default)
    {
        ConfigurationReload reload;
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            reload = await LoadAsync(cancellationToken).ConfigureAwait(false);
            // Nobody works by a configuration that is not in the archive.
            (_current, _last) = (reload.Configuration, reload);
        }
        finally
        {
            _one.Release();
        }

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
        _watcher?.Dispose();
        _quiet?.Dispose();
        _one.Dispose();
    }

    private static async Task<LiveConfiguration> OpenAsync(Func<CustomerConfiguration> load, string? directory, LiveConfigurationOptions options, CancellationToken cancellationToken)
    {
        var live = new LiveConfiguration(load, directory, options, load());
        await live.ArchiveAsync(live._current, cancellationToken).ConfigureAwait(false);
        if (options.IsWatched && directory is not null)
        {
            live.Watch();
        }

        return live;
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

    private void Watch()
    {
        _quiet = new(_options.Time, _options.Quiet, () => _ = ReloadWatchedAsync());
        _watcher = new(_directory!) { IncludeSubdirectories = true, Filter = "*.json" };
        _watcher.Changed += (_, _) => _quiet.Stir();
        _watcher.Created += (_, _) => _quiet.Stir();
        _watcher.Deleted += (_, _) => _quiet.Stir();
        _watcher.Renamed += (_, _) => _quiet.Stir();
        // Too much at once: something has changed, whatever it was.
        _watcher.Error += (_, _) => _quiet.Stir();
        _watcher.EnableRaisingEvents = true;
    }

    private async Task ReloadWatchedAsync()
    {
        try
        {
            await ReloadAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // Watching ended in between.
        }
        catch (Exception e)
        {
            // The archive, or whoever listens, has failed: the configuration stays as it is, and that is to be seen.
            _last = new(_current, IsChanged: false, [new("DO013", "archive", $"The configuration could not be activated: {e.GetType().Name}: {e.Message}", "Mend the archive or the listener, then reload.")]);
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
