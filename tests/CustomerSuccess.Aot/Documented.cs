using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Aot;

/// <summary>A configuration of documents: loaded, scored, compared, traced, written, and its mistakes.</summary>
internal static class Documented
{
    public static async Task RunAsync()
    {
        Console.WriteLine("== documents");
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        ConfigurationDocument[] documents =
        [
            new("vocabulary.json", """{ "kind": "vocabulary", "signals": { "login": { "values": false, "freshness": "2 days" } }, "facts": { "logins": { "number": "signals.login.count(days(28))" } } }"""),
            new("default.json", """
                { "kind": "scorecard", "name": "default", "scale": { "minimum": 0, "maximum": 10 },
                  "measures": [ { "measure": "use", "reads": "logins", "layer": "usage", "curve": { "piecewise": [[0, 0], [4, 10]] }, "missing": { "neutral": 5 } } ] }
                """),
            new("health.json", """{ "kind": "health", "scoredBy": [ { "scorecard": "default" } ], "grid": { "zone": "UTC" }, "trendOver": "28 days" }"""),
        ];
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", day.AddDays(-20)), new("acme", "login", day.AddDays(-5))]);
        var sources = CustomerSources.InMemory(signals: log);
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = TimeProvider.System, Archive = new InMemoryDocumentArchive() });
        var health = live.Over(sources);
        Console.WriteLine((await health.ScoreAsync("acme", day))!.Explain());
        Console.WriteLine(Lineage.Of(live.Current).Without(LineageKind.Signal, "login"));
        var before = health.Current;
        documents[1] = new("default.json", documents[1].Text.Replace("[4, 10]", "[2, 10]", StringComparison.Ordinal));
        Console.WriteLine((await live.ReloadAsync()).IsChanged);
        Console.WriteLine(await ConfigurationComparison.RunAsync(before, health.Current, day));
        Console.Write(ScorecardDocument.Write(live.Current.Scorecards[0]));
        documents[1] = new("default.json", documents[1].Text.Replace("\"use\"", "\"use\", \"wieght\": 3", StringComparison.Ordinal));
        Console.WriteLine((await live.ReloadAsync()).Mistakes[0]);
        Console.WriteLine(string.Join(", ", DocumentSchemas.Kinds));
        Rules(live.Current.Language);
    }

    private static void Rules(Language<CustomerFacts> language)
    {
        var rule = Rule.Named("no login").When(Trigger.Absence("login", TimeSpan.FromDays(7), Anchor.CustomerSince)).Because("nobody has logged in").Agenda("what keeps them").Expecting("a login")
            .Guard(language.Condition("health.band == 'Red'")).Rung("in-app", TimeSpan.FromDays(2)).Rung("email").SucceedsWhen(language.Condition("signals.login.count(days(7)) > 0.0")).Build();
        var read = RuleDocument.Read(new("rule.json", RuleDocument.Write(rule)), language);
        Console.WriteLine($"rule '{read.Name}', {read.Content.Ladder.Count} rungs; the same as a document: {read.ConfigurationHash == rule.ConfigurationHash}");
        try
        {
            RuleDocument.Read(new("monthly.json", """{ "kind": "rule", "name": "monthly", "trigger": { "cron": "0 9 32 * *", "zone": "Europe/Berlin" }, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "success": { "when": "customer.active" } }"""), language);
        }
        catch (ConfigurationException mistakes)
        {
            Console.WriteLine(string.Join(", ", mistakes.Diagnostics.Select(m => $"{m.Code} {m.Document}({m.Line},{m.Column}) {m.Path}")));
        }
    }
}
