using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>A configuration as far as it was read.</summary>
internal sealed class ConfigurationDraft
{
    public CustomerVocabulary Vocabulary { get; set; } = new();

    public Language<CustomerFacts>? Language { get; set; }

    /// <summary>The named expressions, compiled.</summary>
    public Vocabulary<CustomerFacts>? Facts { get; set; }

    public List<SegmentScheme> Schemes { get; } = [];

    public List<PlanTemplate> Plans { get; } = [];

    public List<Scorecard<CustomerFacts>> Scorecards { get; } = [];

    public List<CohortReference> Cohorts { get; } = [];

    public List<Rule> Rules { get; } = [];

    public InterventionPolicy? Policy { get; set; }

    public HealthUses Uses { get; set; } = new();
}
