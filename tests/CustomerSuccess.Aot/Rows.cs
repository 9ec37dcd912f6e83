using CustomerSuccess.Health;

namespace CustomerSuccess.Aot;

/// <summary>One customer: the score, its explanation, what changed, the way back, an override, JSON there and back.</summary>
internal static class Rows
{
    public static void Run()
    {
        Console.WriteLine("== rows");
        var health = Account.Scorecard();
        Console.WriteLine($"{health.Name} {health.Definition.ConfigurationHash[..16]} reproducible {health.Definition.Reproducible}");

        var before = health.Score(Account.Acme, Account.AsOf);
        Console.WriteLine(before.Explain());

        var surveyed = Account.Acme with { Nps = 40, SurveyedAt = Account.AsOf, Severe = 1, Logins = 6, Plan = "trial" };
        var after = health.Score(surveyed, new ScoreRequest { AsOf = Account.AsOf.AddDays(90), PreviousBand = before.Band?.Name });
        Console.WriteLine(after.Explain());
        Console.WriteLine(after.ChangeSince(before));

        var way = after.WayTo("Green");
        Console.WriteLine($"{way.BestSingle?.ToString() ?? "no single measure"} | {way} | {(way.Cheapest?.Cost ?? double.NaN):0.######}");

        var manual = new ManualOverride(30, "Dana", "their sponsor left", Account.AsOf, Account.AsOf.AddDays(14));
        var log = OverrideLog.Empty.Set(manual).Withdraw("Dana", "a new sponsor is named", Account.AsOf.AddDays(7));
        var overridden = health.Score(Account.Acme, new ScoreRequest { AsOf = Account.AsOf, Override = log.InForce(Account.AsOf.AddDays(1)) });
        Console.WriteLine(overridden);

        var json = overridden.ToSnapshot().ToJson();
        var back = HealthScoreSnapshot.FromJson(json);
        Console.WriteLine(json);
        Console.WriteLine($"the same JSON again: {back.ToJson() == json}; lines add up: {Math.Abs(back.Lines.Sum(l => l.Points) - back.Value!.Value) <= 1e-9}");
    }
}
