using System.Text.Json.Nodes;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Interventions.Documents;
using CustomerSuccess.Tests.SuccessPlans.Documents;
using CustomerSuccess.Tests.Support;
using Json.Schema;

namespace CustomerSuccess.Tests.Docs;

/// <summary>The published schemas and the readers say the same.</summary>
[Requirement("OPS-2")]
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonSchema> Schemas = DocumentSchemas.Kinds.ToDictionary(k => k, k => JsonSchema.FromText(DocumentSchemas.Of(k), new BuildOptions { SchemaRegistry = new() }), StringComparer.Ordinal);

    [Fact]
    public void The_package_holds_the_schemas_that_are_published()
    {
        var published = Directory.GetFiles(Repository.PathOf("docs/schema")).ToDictionary(f => Path.GetFileName(f).Split('.')[0], File.ReadAllText, StringComparer.Ordinal);

        Assert.Equal(["cohort", "health", "interventions", "plan", "rule", "rule-test", "scorecard", "segments", "vocabulary"], DocumentSchemas.Kinds);
        Assert.Equal(published.Keys.Order(StringComparer.Ordinal), DocumentSchemas.Kinds);
        Assert.All(published, p => Assert.Equal(p.Value, DocumentSchemas.Of(p.Key)));
        Assert.Contains("Did you mean 'scorecard'?", Assert.Throws<ArgumentException>(() => DocumentSchemas.Of("scorecrad")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_of_the_repository_that_is_read_fits_its_schema()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathOf("docs/gallery"), "*.json"), .. Directory.GetFiles(Repository.PathOf("samples/Portfolio/config"), "*.json", SearchOption.AllDirectories)];
        Offenders.None("A document fits the schema of its kind.", files.Where(f => Path.GetFileName(f) != "cases.json").SelectMany(f => Misfits(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m}")));
    }

    [Fact]
    public void What_is_written_fits_its_schema()
    {
        for (var i = 0; i < LongRun.Of(150, 2000); i++)
        {
            var text = ScorecardDocument.Write(new Thrown(new Seed(i, 1 + (i % 7)), actionable: true).Plan.Build());
            Assert.Empty(Misfits(text));
            Assert.Empty(Misfits(PlanTemplateDocument.Write(new ThrownPlan(i).Template)));
            Assert.Empty(Misfits(RuleDocument.Write(new ThrownRule(i).Rule)));
            Assert.Empty(Misfits(InterventionPolicyDocument.Write(new ThrownRule(i).Policy)));
        }
    }

    [Fact]
    public void What_is_read_without_a_mistake_fits_the_schema_and_what_does_not_fit_is_refused() =>
        ReadersAgree(5, i => ScorecardDocument.Write(new Thrown(new Seed(i, 1 + (i % 4)), actionable: true).Plan.Build()), text => ScorecardDocument.Read(new("x.json", text)));

    [Fact]
    public void A_plan_that_is_read_without_a_mistake_fits_the_schema_and_one_that_does_not_fit_is_refused() =>
        ReadersAgree(7, i => PlanTemplateDocument.Write(new ThrownPlan(i).Template), text => ThrownPlan.Read(text));

    [Fact]
    public void A_rule_that_is_read_without_a_mistake_fits_the_schema_and_one_that_does_not_fit_is_refused() =>
        ReadersAgree(11, i => RuleDocument.Write(new ThrownRule(i).Rule), text => ThrownRule.Read(text));

    [Fact]
    public void A_policy_that_is_read_without_a_mistake_fits_the_schema_and_one_that_does_not_fit_is_refused() =>
        ReadersAgree(13, i => InterventionPolicyDocument.Write(new ThrownRule(i).Policy), text => InterventionPolicyDocument.Read(new("x.json", text)));

    private static void ReadersAgree(int seed, Func<int, string> write, Action<string> reads)
    {
        var dice = new Random(seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < LongRun.Of(600, 10_000); i++)
        {
            var text = Changed(write(i), dice);
            try
            {
                reads(text);
                read++;
                Claim.Holds(Misfits(text).Count == 0, $"{string.Join("; ", Misfits(text))}\n{text}");
            }
            catch (ConfigurationException)
            {
                refused++;
            }
        }

        Assert.True(read > 20 && refused > 20, $"{read} read and {refused} refused.");
    }

    // Any value becomes one of another kind, a property goes, or comes.
    private static string Changed(string text, Random dice)
    {
        var root = JsonNode.Parse(text)!;
        List<JsonNode> all = [];
        void Visit(JsonNode? node)
        {
            if (node is null)
            {
                return;
            }

            all.Add(node);
            foreach (var part in node is JsonObject o ? o.Select(p => p.Value) : node is JsonArray a ? a : [])
            {
                Visit(part);
            }
        }

        Visit(root);
        if (all[dice.Next(all.Count)] is JsonObject { Count: > 0 } changed)
        {
            var name = changed.ElementAt(dice.Next(changed.Count)).Key;
            JsonNode?[] others = [null, 0, -1, 1.5, "", "30 days", "[0, 50)", true, new JsonArray(), new JsonObject(), new JsonArray(1, 2), "linear", "minimum"];
            switch (dice.Next(3))
            {
                case 0:
                    changed.Remove(name);
                    break;
                case 1:
                    changed["other"] = 1;
                    break;
                default:
                    changed[name] = others[dice.Next(others.Length)];
                    break;
            }
        }

        return root.ToJsonString();
    }

    private static List<string> Misfits(string text)
    {
        var node = JsonNode.Parse(text, null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        if (node["kind"]?.ToString() is not { } kind || !Schemas.TryGetValue(kind, out var schema))
        {
            return ["no kind"];
        }

        var results = schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(node), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")];
    }
}
