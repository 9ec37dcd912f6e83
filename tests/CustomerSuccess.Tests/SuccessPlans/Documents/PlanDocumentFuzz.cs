using System.Text;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

/// <summary>Whatever is written, there is a template or a report: nothing hangs, nothing else is thrown.</summary>
public sealed class PlanDocumentFuzz
{
    private const int Usual = 1500;
    private const int Long = 10_000;

    private static readonly string[] Pieces = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e999", "NaN", "\"\\ud800\"", "\\", "/*", "//", "\n", "\0", "é", "👩", "\"due\"", "\"after\"", "\"milestones\"", "\"evidence\"", "\"accepts\"", "9007199254740993", "{}", "[]", "0.1"];

    [Fact]
    [Requirement("OPS-2")]
    public void Mutated_documents_give_a_template_or_a_report_with_places()
    {
        var dice = new Random(20261127);
        var (read, refused) = (0, 0);
        for (var i = 0; i < LongRun.Of(Usual, Long); i++)
        {
            var text = Mutated(PlanTemplateDocument.Write(new ThrownPlan(i).Template), dice);
            try
            {
                ThrownPlan.Read(text);
                read++;
            }
            catch (ConfigurationException e)
            {
                refused++;
                Assert.All(e.Diagnostics, d =>
                {
                    Assert.Equal("plan.json", d.Document);
                    Assert.StartsWith("$", d.Path, StringComparison.Ordinal);
                    Assert.InRange(d.Line!.Value, 1, text.Count(c => c == '\n') + 1);
                    Assert.InRange(d.Column!.Value, 1, text.Length + 1);
                });
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read and {refused} refused.");
    }

    private static string Mutated(string text, Random dice)
    {
        var mutated = new StringBuilder(text);
        for (var times = dice.Next(1, 4); times > 0; times--)
        {
            var at = dice.Next(mutated.Length);
            switch (dice.Next(5))
            {
                case 0:
                    mutated.Insert(at, Pieces[dice.Next(Pieces.Length)]);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(dice.Next(1, 12), mutated.Length - at));
                    break;
                case 2:
                    // A stretch from elsewhere: a property twice, a list in a list.
                    var from = dice.Next(mutated.Length);
                    mutated.Insert(at, mutated.ToString(from, Math.Min(dice.Next(1, 60), mutated.Length - from)));
                    break;
                case 3:
                    // Another number: days before what comes before, levels that are none.
                    var digit = mutated.ToString().IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], at);
                    mutated[Math.Max(0, digit)] = (char)('0' + dice.Next(10));
                    break;
                default:
                    mutated[at] = (char)dice.Next(32, 127);
                    break;
            }
        }

        return mutated.ToString();
    }
}
