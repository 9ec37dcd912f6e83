using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>
/// A made-up product in which visits dwindle before a customer leaves, and a third of them arrives up to three days late. The
/// tables are kept as they were thrown, so that figures can be computed from them without the engine.
/// </summary>
internal sealed class SimulatedLog
{
    public const int Customers = 300;

    private const int FirstDay = -120;
    private const int LastDay = 200;

    public SimulatedLog(ulong seed)
    {
        var dice = new Dice(seed);
        for (var i = 0; i < Customers; i++)
        {
            Live(dice, $"c{i:000}");
        }

        Log.AppendAll(Visits.Select(v => new Signal(v.Customer, "visit", Day(v.Day)) { RecordedAt = Day(v.Recorded) }));
        foreach (var (customer, day) in Left)
        {
            Accounts.Add(Outcome(OutcomeKind.NoticeGiven, day, customer: customer));
        }
    }

    public List<(string Customer, double Day, double Recorded)> Visits { get; } = [];

    /// <summary>Who gave notice when; the others never did.</summary>
    public Dictionary<string, double> Left { get; } = [];

    public SignalLog Log { get; } = new();

    public AccountLog Accounts { get; } = new();

    public CustomerSources Sources => new() { Customers = Accounts, Outcomes = Accounts, Signals = Log };

    /// <summary>Half by how long the last visit is ago, half by the visits of the last 28 days.</summary>
    public CustomerHealth Health { get => field ??= CustomerHealth.Of(Sources, h => h.ScoredBy(Card)); private set; }

    private static Scorecard<CustomerFacts> Card { get; } = Scorecard.For<CustomerFacts>("visits")
        .Measure("recency", SignalMeasure.DaysSince("visit"), m => m.LessIsBetter().Piecewise((0, 100), (60, 0)).Weight(50))
        .Measure("frequency", SignalMeasure.Count("visit").InLast(28), m => m.MoreIsBetter().Piecewise((0, 0), (28, 100)).Weight(50))
        .Build();

    /// <summary>The AUC by going through the tables: visits up to <paramref name="asOf"/> known at <paramref name="knownAt"/>, notice in the days after <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public (int Left, int Stayed, double Auc) ByHand(double asOf, double knownAt, double from, double to)
    {
        var (left, stayed) = (new List<double>(), new List<double>());
        foreach (var customer in Visits.Select(v => v.Customer).Distinct())
        {
            var notice = Left.GetValueOrDefault(customer, double.PositiveInfinity);
            if (notice <= from)
            {
                continue;
            }

            var seen = Visits.Where(v => v.Customer == customer && v.Day <= asOf && v.Recorded <= knownAt).Select(v => v.Day).ToArray();
            var score = (50 * Math.Clamp(1 - ((asOf - seen.Max()) / 60), 0, 1)) + (50 * Math.Min(seen.Count(d => d > asOf - 28), 28) / 28d);
            (notice <= to ? left : stayed).Add(Math.Round(score, 9));
        }

        return (left.Count, stayed.Count, left.Average(l => stayed.Average(s => l < s ? 1 : l == s ? 0.5 : 0)));
    }

    private void Live(Dice dice, string id)
    {
        Accounts.Add(Version(FirstDay, id: id));
        Visits.Add((id, FirstDay, FirstDay));
        var rate = dice.Between(0.05, 0.9);
        // Some leave on the days at the edges of the horizon, so that a day more or less of it counts others.
        var last = dice.OneIn(6) ? dice.Of(0, 1, 179, 180) : dice.Between(-20, 190);
        var leaves = dice.OneIn(3) ? last + 0.5 : double.PositiveInfinity;
        for (var day = FirstDay + 1; day <= LastDay && day < leaves; day++)
        {
            var left = leaves - day;
            if (dice.Share() < rate * (left < 90 ? 0.3 + (0.7 * left / 90) : 1))
            {
                var at = day + (Math.Floor(dice.Share() * 24) / 24);
                Visits.Add((id, at, dice.OneIn(3) ? at + dice.Between(0, 3) : at));
            }
        }

        if (double.IsFinite(leaves))
        {
            Left[id] = leaves;
        }
    }
}
