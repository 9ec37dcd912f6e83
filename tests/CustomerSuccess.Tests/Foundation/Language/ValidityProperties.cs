using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Until when an answer stands, against asking again at every instant at which anything could change.</summary>
public sealed class ValidityProperties
{
    private const int Parts = 4;
    private const int SampledInstants = 24;
    private static readonly int Cases = LongRun.Of(100_000, 1_000_000);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(100);
    private static readonly TimeZoneInfo[] Zones = [TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_answer_is_the_same_at_every_instant_until_it_says_it_may_change_and_that_is_later(int part)
    {
        for (var i = part; i < Cases; i += Parts)
        {
            Sound(i);
        }
    }

    [Fact]
    public void Few_wake_ups_come_for_each_real_change()
    {
        var ratios = new List<double>();
        for (var i = 0; i < 1_500; i++)
        {
            if (Economy(i) is { } ratio)
            {
                ratios.Add(ratio);
            }
        }

        ratios.Sort();
        Assert.True(ratios.Count > 200, $"{ratios.Count} conditions changed");
        Assert.True(ratios[ratios.Count / 2] <= 3, $"the median is {ratios[ratios.Count / 2]} wake-ups a change");
    }

    private static void Sound(int seed)
    {
        var random = new Random(seed);
        var history = new RandomHistory(random);
        var words = new RandomCondition(random);
        var text = words.Make(random.Next(0, 3));
        var condition = RandomHistory.Language.Condition(text);
        var at = random.Next(3) == 0 && history.Instants.ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : RandomHistory.At(random, -10, 50);
        var (answer, until) = condition.HoldsUntil(history.At(at)) is var timed ? (timed.Reading, timed.Until) : default;
        if (until is { } end && end <= at)
        {
            Fail("no progress");
        }

        if (condition.Opaque.Count > 0 != words.IsOpaque)
        {
            Fail($"opaque: {string.Join(", ", condition.Opaque)}");
        }

        // What is not foreseen is asked again after a time, and may have changed before.
        if (words.IsOpaque)
        {
            return;
        }

        var later = history.Cut(at);
        foreach (var instant in Pick(random, Candidates(history, words, at), until))
        {
            var then = condition.Holds(later(instant));
            if (then.IsKnown != answer.IsKnown || (then.IsKnown && then.Value != answer.Value))
            {
                Fail($"{answer} becomes {then} at {instant:O}");
            }
        }

        void Fail(string what) => Assert.Fail($"seed {seed}: {text}\nat {at:O} until {until:O}: {what}\n{history}");
    }

    // Wake-ups and real changes over a time in which nothing is recorded; null where nothing changes, or moves unforeseen.
    private static double? Economy(int seed)
    {
        var random = new Random(1_000_000 + seed);
        var history = new RandomHistory(random);
        var words = new RandomCondition(random);
        var condition = RandomHistory.Language.Condition(words.Make(random.Next(0, 3)));
        if (words.IsOpaque || words.HasCalendar)
        {
            return null;
        }

        var at = RandomHistory.At(random, -10, 20);
        var later = history.Cut(at);
        var changes = 0;
        var last = condition.Holds(later(at));
        foreach (var instant in Candidates(history, words, at).Where(c => c <= at + Horizon).Order())
        {
            var next = condition.Holds(later(instant));
            changes += next.IsKnown != last.IsKnown || (next.IsKnown && next.Value != last.Value) ? 1 : 0;
            last = next;
        }

        var wakes = 0;
        for (var now = at; condition.HoldsUntil(later(now)).Until is { } until && until <= at + Horizon; now = until)
        {
            wakes++;
        }

        return changes == 0 ? null : wakes / (double)changes;
    }

    // Everything that is recorded, moved by everything that is named; each with the ticks around it.
    private static HashSet<DateTimeOffset> Candidates(RandomHistory history, RandomCondition words, DateTimeOffset at)
    {
        var found = new HashSet<DateTimeOffset> { at };
        TimeSpan[] lengths = [TimeSpan.Zero, .. words.Days.Select(d => TimeSpan.FromDays(d))];
        foreach (var instant in history.Instants)
        {
            foreach (var length in lengths)
            {
                Add(instant + length);
                Add(instant - length);
            }

            foreach (var two in words.HasCalendar ? lengths : [])
            {
                Add(instant + TimeSpan.FromDays(365) + two);
                Add(instant + TimeSpan.FromDays(366) + two);
            }
        }

        for (var day = at.UtcDateTime.Date; words.HasCalendar && day < at.UtcDateTime.Date.AddDays(90); day = day.AddDays(1))
        {
            foreach (var zone in Zones)
            {
                Add(LocalTime.First(day, zone));
                Add(LocalTime.First(day.AddHours(day.Day % 24), zone));
            }
        }

        found.RemoveWhere(i => i < at);
        return found;

        void Add(DateTimeOffset instant)
        {
            found.Add(instant.AddTicks(-1));
            found.Add(instant);
            found.Add(instant.AddTicks(1));
        }
    }

    private static IEnumerable<DateTimeOffset> Pick(Random random, HashSet<DateTimeOffset> candidates, DateTimeOffset? until)
    {
        DateTimeOffset[] within = [.. candidates.Where(c => !(c >= until))];
        if (within.Length > SampledInstants)
        {
            random.Shuffle(within);
        }

        IEnumerable<DateTimeOffset> some = within.Take(SampledInstants);
        return until is { } end ? some.Append(end.AddTicks(-1)) : some;
    }
}
