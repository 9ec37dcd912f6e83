using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class LiveConfigurationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task While_the_documents_have_mistakes_the_configuration_before_stays()
    {
        var (documents, archive, time) = (All, new InMemoryDocumentArchive(), new StillTime(Start));
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Archive = archive, Time = time });
        var first = live.Current;
        var reloads = new List<ConfigurationReload>();
        live.Reloaded += (_, reload) => reloads.Add(reload);

        documents = [.. All.Where(d => d != Default), Change(Default, "logins_a_seat", "logins")];
        var refused = await live.ReloadAsync();
        Assert.Equal((false, "EX004"), (refused.IsChanged, refused.Mistakes.Single().Code));
        Assert.Same(first, live.Current);

        documents = [.. All.Where(d => d != Default), Change(Default, "\"best\": 1", "\"best\": 1 /* the same */")];
        Assert.False((await live.ReloadAsync()).IsChanged);
        Assert.Same(first, live.Current);

        documents = [.. All.Where(d => d != Default), Change(Default, "\"best\": 1", "\"best\": 2")];
        time.Now = Start.AddDays(30);
        Assert.True((await live.ReloadAsync()).IsChanged);
        Assert.NotSame(first, live.Current);
        Assert.Equal(3, reloads.Count);
        Assert.Equal([Start], await Activations(archive, first.ConfigurationHash));
        Assert.Equal([Start.AddDays(30)], await Activations(archive, live.Current.ConfigurationHash));
        Assert.Equal([Start], await Activations(archive, first.Scorecards[0].Definition.ConfigurationHash));
        Assert.Equal([Start, Start.AddDays(30)], await Activations(archive, first.Scorecards[1].Definition.ConfigurationHash));
    }

    [Fact]
    public async Task An_archive_that_throws_leaves_the_configuration_as_it_was()
    {
        var (documents, archive) = (All, new FailingArchive());
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Archive = archive, Time = new StillTime(Start) });
        var first = live.Current;
        (documents, archive.Fails) = ([.. All.Where(d => d != Default), Change(Default, "\"best\": 1", "\"best\": 2")], true);

        await Assert.ThrowsAsync<IOException>(() => live.ReloadAsync());
        Assert.Same(first, live.Current);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => live.ReloadAsync(cancelled.Token));
        Assert.Same(first, live.Current);
        archive.Fails = false;
        Assert.True((await live.ReloadAsync()).IsChanged);
    }

    [Fact]
    public async Task A_call_keeps_the_configuration_with_which_it_began()
    {
        var documents = All;
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = new StillTime(Start) });
        var health = live.Over(Sources());
        var strategies = new List<string>();

        await foreach (var score in health.ScorePortfolioAsync(Start.AddDays(60)))
        {
            strategies.Add(score.Definition.ConfigurationHash);
            documents = [.. All.Where(d => d != Default && d != Large), Change(Default, "\"best\": 1", "\"best\": 2"), Change(Large, "\"best\": 2", "\"best\": 3")];
            await live.ReloadAsync();
        }

        var first = CustomerConfiguration.Load(All).Scorecards.Select(s => s.Definition.ConfigurationHash);
        Assert.Equal(first.Order(StringComparer.Ordinal), strategies.Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await health.ScoreAsync("large", Start.AddDays(60)))!.Definition.ConfigurationHash, first);
    }

    [Fact]
    public async Task A_change_of_configuration_moves_nobody_into_another_segment()
    {
        var documents = All;
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = new StillTime(Start) });
        var health = live.Over(Sources());
        Assert.Equal("guided", (await health.Current.SegmentsAsync("large", Start.AddDays(60)))!.Experience!.Segment);

        documents = [.. All.Where(d => d != Tier), Change(Tier, "100.0", "1000.0")];
        await live.ReloadAsync();

        Assert.Equal("self-serve", (await health.Current.SegmentsAsync("large", Start.AddDays(60)))!.Experience!.Segment);
        var changes = new List<string>();
        await foreach (var change in health.Current.SegmentChangesAsync(Start.AddDays(30), Start.AddDays(80)))
        {
            changes.Add($"{change}");
        }

        Assert.Empty(changes);
    }

    [Property(MaxTest = 12)]
    [Requirement("HLT-14")]
    public void A_recorded_score_is_computed_again_with_the_configuration_of_its_day_and_is_equal(int seed) => Run(async () =>
    {
        var (dice, documents, archive, time, history) = (new Random(seed), All, new InMemoryDocumentArchive(), new StillTime(Start), new InMemoryHealthHistory());
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Archive = archive, Time = time, Host = host => host.Health(h => h.RecordedIn(history)) });
        var health = live.Over(Sources());
        for (var day = 5 + dice.Next(20); day < 80; day += 5 + dice.Next(20))
        {
            time.Now = Start.AddDays(day);
            await health.Current.RecordPortfolioAsync(time.Now);
            documents = Changed(dice);
            time.Now = time.Now.AddHours(1);
            await live.ReloadAsync();
        }

        var hashes = new HashSet<string>();
        foreach (var customer in new[] { "large", "small" })
        {
            await foreach (var recorded in history.ReadAsync(customer, default))
            {
                hashes.Add(recorded.ConfigurationHash);
                var then = (await archive.ConfigurationOfAsync(recorded, host => host.Health(h => h.RecordedIn(history))))!;
                var again = await then.Over(Sources()).RecomputeAsync(recorded);
                Assert.Equal(recorded.ToJson(), again!.ToSnapshot().ToJson());
            }
        }

        Assert.NotEmpty(hashes);
    });

    [Fact]
    public async Task A_directory_archive_keeps_what_was_active_and_changes_nothing_of_it()
    {
        var directory = Directory.CreateTempSubdirectory("archive");
        try
        {
            var archive = new DirectoryDocumentArchive(Path.Combine(directory.FullName, "of", "documents"));
            var configuration = CustomerConfiguration.Load(All);
            Assert.Empty(await Activations(archive, configuration.ConfigurationHash));
            await archive.AddAsync(configuration.ToArchive(Start.AddDays(2)), default);
            await archive.AddAsync(configuration.ToArchive(Start), default);
            await archive.AddAsync(configuration.ToArchive(Start), default);

            Assert.Equal([Start, Start.AddDays(2)], await Activations(archive, configuration.Schemes[0].ConfigurationHash));
            await foreach (var found in archive.FindAsync(configuration.ConfigurationHash, default))
            {
                Assert.Equal(configuration.Documents, found.Documents);
                Assert.Equal(configuration.ConfigurationHash, CustomerConfiguration.Load(found.Documents).ConfigurationHash);
            }

            Assert.Equal(2, Directory.GetFiles(directory.FullName, "*", SearchOption.AllDirectories).Length);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "of", "documents", "x.archive.json"), "{}");
            await Assert.ThrowsAsync<InvalidDataException>(() => Activations(archive, "x"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_watched_directory_is_read_again_once_it_is_quiet()
    {
        var directory = Directory.CreateTempSubdirectory("watched");
        try
        {
            var path = Path.Combine(directory.FullName, "default.json");
            foreach (var document in new[] { Words, Default })
            {
                await File.WriteAllTextAsync(Path.Combine(directory.FullName, Path.GetFileName(document.Name)), document.Text);
            }

            using var live = await LiveConfiguration.OpenAsync(directory.FullName, new() { Time = TimeProvider.System, IsWatched = true, Quiet = TimeSpan.FromMilliseconds(20) });
            var (before, changed) = (live.Current, new TaskCompletionSource<ConfigurationReload>());
            live.Reloaded += (_, reload) =>
            {
                if (reload.IsChanged)
                {
                    changed.TrySetResult(reload);
                }
            };
            await File.WriteAllTextAsync(path, Change(Default, "\"best\": 1", "\"best\": 2").Text);

            var reload = await changed.Task.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.NotEqual(before.ConfigurationHash, reload.Configuration.ConfigurationHash);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_quiet_period_begins_again_whenever_something_stirs()
    {
        var (time, runs) = (new StillTime(Start), 0);
        using var quiet = new QuietPeriod(time, TimeSpan.FromMilliseconds(500), () => runs++);
        quiet.Stir();
        time.Pass(TimeSpan.FromMilliseconds(499));
        quiet.Stir();
        time.Pass(TimeSpan.FromMilliseconds(499));
        Assert.Equal(0, runs);
        time.Pass(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, runs);
        time.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(1, runs);
    }

    private static IReadOnlyList<ConfigurationDocument> Changed(Random dice) => dice.Next(3) switch
    {
        0 => [.. All.Where(d => d != Tier), Change(Tier, "100.0", $"{dice.Next(1, 400)}.0")],
        1 => [.. All.Where(d => d != Default), Change(Default, "\"best\": 1", $"\"best\": {dice.Next(1, 5)}")],
        _ => [.. All.Where(d => d != Words), Change(Words, "days(28)", $"days({dice.Next(7, 40)})")],
    };

    private static async Task<List<DateTimeOffset>> Activations(IDocumentArchive archive, string hash)
    {
        List<DateTimeOffset> found = [];
        await foreach (var configuration in archive.FindAsync(hash, default))
        {
            found.Add(configuration.ActivatedAt);
        }

        return found;
    }

    private static void Run(Func<Task> test) => Task.Run(test).GetAwaiter().GetResult();

    private sealed class FailingArchive : IDocumentArchive
    {
        public bool Fails { get; set; }

        public ValueTask AddAsync(ArchivedConfiguration configuration, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Fails ? throw new IOException("the disk is full") : ValueTask.CompletedTask;
        }

        public IAsyncEnumerable<ArchivedConfiguration> FindAsync(string hash, CancellationToken cancellationToken) => throw new IOException("the disk is gone");
    }
}
