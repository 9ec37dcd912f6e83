using System.Globalization;
using System.Text;
using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Documents;

/// <summary>Fifty scorecards of forty measures each, as a customer-success team writes them: expressions, curves of all kinds, groups, exceptions.</summary>
internal static class DocumentWorkload
{
    public const int Scorecards = 50;
    public const int Measures = 40;

    private const int PerGroup = 8;

    public static Language<AccountRow> Language { get; } = Declare().Build();

    public static ConfigurationDocument[] Documents { get; } = [.. Enumerable.Range(0, Scorecards).Select(i => new ConfigurationDocument($"scorecards/{i}.json", Text(i)))];

    public static byte[][] Bytes { get; } = [.. Documents.Select(d => Encoding.UTF8.GetBytes(d.Text))];

    /// <summary>The first scorecard, written in C#.</summary>
    public static Scorecard<AccountRow> InCode()
    {
        var card = Scorecard.For<AccountRow>("scorecard 0").Bands(yellow: 40, green: 70).MinimumCoverage(0.5);
        for (var g = 0; g < Measures / PerGroup; g++)
        {
            var first = g * PerGroup;
            card.Group($"group {g}", group =>
            {
                group.Weight(g + 1);
                for (var m = first; m < first + PerGroup; m++)
                {
                    Add(group, 0, m);
                }
            });
        }

        return card.CapAt(40, Language.Condition("severe_issues >= 3.0 && seats > 10.0"), "three severe issues are open", id: "issues").Build();
    }

    private static LanguageBuilder<AccountRow> Declare()
    {
        var language = CustomerSuccess.Language.For<AccountRow>().Number("seats", r => r.Seats, "1").Number("severe_issues", r => r.SevereIssues, "1").Text("plan", r => r.Plan, "1");
        for (var i = 0; i < AccountRow.Features; i++)
        {
            var feature = i;
            language.Number($"uses_{feature}", r => r.Uses(feature), "1");
        }

        return language;
    }

    private static void Add(RowGroup<AccountRow> group, int card, int m) => _ = (m % 4) switch
    {
        0 => group.Measure(Name(m), Language.Number(Reads(card, m)), x => x.Unit("%").MoreIsBetter().Linear(10, 90 + m).Weight(m + 1).Actionable()),
        1 => group.Measure(Name(m), Language.Number(Reads(card, m)), x => x.Valid(0, 1000).MoreIsBetter().Piecewise((0, 0), (10 + m, 50), (200, 100)).Weight(m + 1).Neutral(40)),
        2 => group.Category(Name(m), Language.Text(Reads(card, m)), x => x.Points(("free", 0), ("team", 50), ("enterprise", 100)).Weight(m + 1)),
        _ => group.Flag(Name(m), Language.Condition(Reads(card, m)), x => x.Points(yes: 100, no: 20).Weight(m + 1)),
    };

    private static string Name(int m) => $"measure {m}";

    private static string Reads(int card, int m)
    {
        var (one, other) = ((card + m) % AccountRow.Features, (card + (3 * m)) % AccountRow.Features);
        return (m % 4) switch
        {
            0 => $"100.0 * uses_{one} / seats",
            1 => $"uses_{one} + uses_{other} > 10.0 ? uses_{one} : uses_{one} * 0.5",
            2 => "plan",
            _ => $"uses_{one} > 5.0 && (seats >= 10.0 || uses_{other} < 100.0)",
        };
    }

    private static string Curve(int m) => (m % 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"\"unit\": \"%\", \"polarity\": \"moreIsBetter\", \"curve\": {{ \"linear\": {{ \"worst\": 10, \"best\": {90 + m} }} }}, \"effort\": 1"),
        1 => string.Create(CultureInfo.InvariantCulture, $"\"valid\": [0, 1000], \"polarity\": \"moreIsBetter\", \"curve\": {{ \"piecewise\": [[0, 0], [{10 + m}, 50], [200, 100]] }}, \"missing\": {{ \"neutral\": 40 }}"),
        2 => "\"curve\": { \"categories\": { \"free\": 0, \"team\": 50, \"enterprise\": 100 } }",
        _ => "\"curve\": { \"flag\": { \"yes\": 100, \"no\": 20 } }",
    };

    private static string Text(int card)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            {
              "$schema": "../schema/scorecard.schema.json",
              "kind": "scorecard",
              "name": "scorecard {{card}}",
              "description": "What people do with the product, how it fails them, and what they say of it.",
              "bands": [ { "name": "Red" }, { "name": "Yellow", "from": 40 }, { "name": "Green", "from": 70 } ],
              "minimumCoverage": 0.5,
              "measures": [
            """);
        for (var m = 0; m < Measures; m++)
        {
            if (m % PerGroup == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(m == 0 ? "" : "\n      ]\n    },")}\n    {{\n      \"group\": \"group {m / PerGroup}\",\n      \"weight\": {(m / PerGroup) + 1},\n      \"measures\": [");
            }

            text.Append(CultureInfo.InvariantCulture, $$"""
                {{(m % PerGroup == 0 ? "" : ",")}}
                        {
                          "measure": "{{Name(m)}}",
                          "description": "How much of the product is in use, and by whom.",
                          "reads": "{{Reads(card, m)}}",
                          {{Curve(m)}},
                          "weight": {{m + 1}}
                        }
                """);
        }

        return text.Append("""

                  ]
                }
              ],
              "exceptions": [
                { "id": "issues", "cap": 40, "when": "severe_issues >= 3.0 && seats > 10.0", "because": "three severe issues are open" }
              ]
            }
            """).ToString();
    }
}
