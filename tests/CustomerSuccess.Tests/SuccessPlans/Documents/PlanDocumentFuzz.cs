using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

/// <summary>Whatever is written, there is a template or a report: nothing hangs, nothing else is thrown.</summary>
public sealed class PlanDocumentFuzz
{
    private const int Usual = 1500;
    private const int Long = 10_000;

    private static readonly string[] Pieces = ["\"due\"", "\"after\"", "\"milestones\"", "\"evidence\"", "\"accepts\""];

    [Fact]
    [Requirement("OPS-2")]
    public void Mutated_documents_give_a_template_or_a_report_with_places()
    {
        var dice = new Random(20261127);
        var (read, refused) = (0, 0);
        for (var i = 0; i < LongRun.Of(Usual, Long); i++)
        {
            var text = DocumentMutation.Mutated(PlanTemplateDocument.Write(new ThrownPlan(i).Template), dice, Pieces);
            try
            {
                ThrownPlan.Read(text);
                read++;
            }
            catch (ConfigurationException e)
            {
                refused++;
                DocumentMutation.HasPlaces(e, "plan.json", text);
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read and {refused} refused.");
    }
}
