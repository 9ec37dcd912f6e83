using CustomerSuccess.Composition;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class WatchedConfigurationTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("watched");

    public WatchedConfigurationTests()
    {
        Write("words.json", Words.Text);
        Write("cards/default.json", Default.Text);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_directory_that_moves_away_takes_its_documents_along()
    {
        Write("cards/large.json", Large.Text);
        Write("health.json", """{ "kind": "health", "scoredBy": [ { "scorecard": "default" } ] }""");
        using var live = await LiveConfiguration.OpenAsync(_directory.FullName, new() { Time = TimeProvider.System, IsWatched = true, Quiet = Quiet });
        var next = Next(live);

        Directory.Move(Path.Combine(_directory.FullName, "cards"), Path.Combine(_directory.FullName, ".cards"));

        Assert.Equal("DO008", (await next).Mistakes.Single().Code);
    }

    [Fact]
    public async Task What_changes_while_the_documents_are_read_is_read_again()
    {
        var archive = new WaitingArchive();
        var opening = LiveConfiguration.OpenAsync(_directory.FullName, new() { Time = TimeProvider.System, IsWatched = true, Quiet = Quiet, Archive = archive });
        Write("cards/default.json", Change(Default, "\"best\": 1", "\"best\": 2").Text);
        await Task.Delay(10 * Quiet);
        archive.Gate.SetResult();

        using var live = await opening;
        var first = CustomerConfiguration.Load([Words, Default]).ConfigurationHash;
        for (var i = 0; i < 300 && live.Current.ConfigurationHash == first; i++)
        {
            await Task.Delay(Quiet);
        }

        Assert.NotEqual(first, live.Current.ConfigurationHash);
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_undo_what_was_activated()
    {
        using var live = await LiveConfiguration.OpenAsync(_directory.FullName, new() { Time = TimeProvider.System, IsWatched = true, Quiet = Quiet });
        var first = live.Current;
        live.Reloaded += (_, _) => throw new InvalidOperationException("no");

        Write("cards/default.json", Change(Default, "\"best\": 1", "\"best\": 2").Text);
        for (var i = 0; i < 300 && live.Last.Mistakes.Count == 0; i++)
        {
            await Task.Delay(Quiet);
        }

        Assert.NotSame(first, live.Current);
        Assert.Equal(("DO013", "listener"), (live.Last.Mistakes.Single().Code, live.Last.Mistakes.Single().Path));
        Assert.Same(live.Current, live.Last.Configuration);
    }

    [Fact]
    public async Task A_reload_that_has_begun_comes_to_its_end_though_it_is_disposed()
    {
        var archive = new WaitingArchive();
        archive.Gate.SetResult();
        IReadOnlyList<ConfigurationDocument> documents = [Words, Default];
        var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = TimeProvider.System, Archive = archive });
        (documents, archive.Gate) = ([Words, Change(Default, "\"best\": 1", "\"best\": 2")], new());

        var reloading = live.ReloadAsync();
        live.Dispose();
        archive.Gate.SetResult();

        Assert.True((await reloading).IsChanged);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => live.ReloadAsync());
        live.Dispose();
    }

    [Fact]
    public async Task A_reload_that_the_archive_refuses_is_the_last_that_was_seen()
    {
        var archive = new WaitingArchive();
        archive.Gate.SetResult();
        IReadOnlyList<ConfigurationDocument> documents = [Words, Default];
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = TimeProvider.System, Archive = archive });
        (documents, archive.Gate) = ([Words, Change(Default, "\"best\": 1", "\"best\": 2")], new());
        archive.Gate.SetException(new IOException("the disk is full"));

        await Assert.ThrowsAsync<IOException>(() => live.ReloadAsync());

        Assert.Equal("DO013", live.Last.Mistakes.Single().Code);
    }

    private static Task<ConfigurationReload> Next(LiveConfiguration live)
    {
        var next = new TaskCompletionSource<ConfigurationReload>();
        live.Reloaded += (_, reload) => next.TrySetResult(reload);
        return next.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_directory.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private sealed class WaitingArchive : IDocumentArchive
    {
        public TaskCompletionSource Gate { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask AddAsync(ArchivedConfiguration configuration, CancellationToken cancellationToken) => await Gate.Task;

        public IAsyncEnumerable<ArchivedConfiguration> FindAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
