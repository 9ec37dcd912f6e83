namespace CustomerSuccess.Composition;

/// <summary>Tells when the files of a directory, or of those below it, have changed and then been quiet. Safe to use from several threads.</summary>
internal sealed class DirectoryWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly QuietPeriod _quiet;
    private readonly Lock _lock = new();
    private Action? _tell;
    private bool _isMissed;

    /// <summary>Begins to watch. What changes before <see cref="Tell"/> is told then.</summary>
    public DirectoryWatch(string directory, TimeProvider time, TimeSpan quiet)
    {
        _quiet = new(time, quiet, Changed);
        _watcher = new(directory) { IncludeSubdirectories = true };
        _watcher.Changed += (_, change) => Stir(change.FullPath);
        _watcher.Created += (_, change) => Stir(change.FullPath);
        _watcher.Deleted += (_, change) => Stir(change.FullPath);
        _watcher.Renamed += (_, change) =>
        {
            Stir(change.OldFullPath);
            Stir(change.FullPath);
        };
        // Too much at once: something has changed, whatever it was.
        _watcher.Error += (_, _) => _quiet.Stir();
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Says what to do; called once for all changes up to a quiet time.</summary>
    public void Tell(Action tell)
    {
        lock (_lock)
        {
            _tell = tell;
            if (_isMissed)
            {
                _quiet.Stir();
            }
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _quiet.Dispose();
    }

    // A directory that moves takes its documents along: only what is known to be another kind of file is passed over.
    private void Stir(string path)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
        {
            _quiet.Stir();
        }
    }

    private void Changed()
    {
        Action? tell;
        lock (_lock)
        {
            tell = _tell;
            _isMissed = tell is null;
        }

        tell?.Invoke();
    }
}
