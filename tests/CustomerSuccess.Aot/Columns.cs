using CustomerSuccess.Health;

namespace CustomerSuccess.Aot;

/// <summary>A thousand customers in columns, with lines, on one thread and on two: the bits of the row path.</summary>
internal static class Columns
{
    private const int Count = 1_000;

    public static void Run()
    {
        Console.WriteLine("== columns");
        var health = Account.Scorecard();
        var accounts = Enumerable.Range(0, Count).Select(Numbered).ToArray();
        var rows = accounts.Select(a => health.ReadRow(a, Account.AsOf)).ToArray();
        var columns = new ScoreColumns(Count);
        for (var i = 0; i < health.Inputs.Count; i++)
        {
            columns.Add(health.Inputs[i], rows.Select(r => r[i]).ToArray());
        }

        columns.Segments(accounts.Select(a => a.Segment == "enterprise" ? (byte)0 : byte.MaxValue).ToArray());
        var (one, two) = (ScoreResults.Allocate(health, Count, lines: true), ScoreResults.Allocate(health, Count, lines: true));
        health.Score(columns, one);
        health.Score(columns, two, threads: 2);

        var (byColumn, byRow) = (Checksum.Start, Checksum.Start);
        var lines = new double[health.Lines.Count];
        for (var i = 0; i < Count; i++)
        {
            var score = health.Evaluate(rows[i], lines, accounts[i].Segment == "enterprise" ? 0 : -1);
            byRow = Checksum.Add(byRow, score.Value, score.BandIndex, lines);
            byColumn = Checksum.Add(byColumn, one.Values.Span[i], one.Bands.Span[i], [.. one.Lines.Select(l => l.Span[i])]);
        }

        Console.WriteLine($"rows {byRow:x16}, columns {byColumn:x16}, equal: {byRow == byColumn}");
        Console.WriteLine($"two threads equal: {one.Values.Span.SequenceEqual(two.Values.Span) && one.Bands.Span.SequenceEqual(two.Bands.Span)}");
        var bands = one.Bands.ToArray().GroupBy(b => b).OrderBy(g => g.Key).Select(g => $"{(g.Key < 0 ? "none" : health.Bands.Bands[g.Key].Name)} {g.Count()}");
        Console.WriteLine($"bands: {string.Join(", ", bands)}");
        Console.WriteLine($"objects: {health.ScoreAll(accounts, Account.AsOf, threads: 2).Count(s => s.State == HealthScoreState.Scored)} scored");
    }

    private static Account Numbered(int i) => new(
        $"c{i}",
        i % 4 == 0 ? "enterprise" : "smb",
        (i % 3) switch { 0 => "trial", 1 => "team", _ => "business" },
        i % 33 == 0 ? null : i % 23,
        i % 5 == 0 ? null : (i * 37 % 201) - 100,
        Account.AsOf.AddDays(-(i % 800)),
        i % 6,
        i % 97 == 0);
}

/// <summary>FNV-1a over bits.</summary>
internal static class Checksum
{
    public const ulong Start = 14695981039346656037;

    public static ulong Add(ulong sum, double value, int band, double[] lines)
    {
        sum = Add(Add(sum, Bits(value)), (ulong)(uint)band);
        foreach (var line in lines)
        {
            sum = Add(sum, Bits(line));
        }

        return sum;
    }

    // All NaN are one.
    private static ulong Bits(double value) => double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value);

    private static ulong Add(ulong sum, ulong bits) => (sum ^ bits) * 1099511628211;
}
