namespace CustomerSuccess.SuccessPlans;

/// <summary>Knows the templates that plans were made from, and how plans are judged. Immutable and safe to share between threads.</summary>
internal sealed class PlanReader(IReadOnlyList<PlanTemplate> templates, PlanOptions options, Vocabulary<CustomerFacts> vocabulary)
{
    public IReadOnlyList<PlanTemplate> Templates => templates;

    public PlanOptions Options => options;

    public Vocabulary<CustomerFacts> Vocabulary => vocabulary;

    public (SuccessPlan? Plan, UnknownCause? Why) Resolve(PlanVersion version)
    {
        if (templates.FirstOrDefault(t => t.Name == version.Template && t.ConfigurationHash == version.TemplateHash) is not { } template)
        {
            return (null, new UnknownCause("plan", UnknownKind.NotDeclared, $"it was made from {version.Template}@{version.TemplateHash[..Math.Min(12, version.TemplateHash.Length)]}, and no template of that hash is given"));
        }

        try
        {
            return (template.For(version), null);
        }
        catch (ConfigurationException e)
        {
            return (null, new UnknownCause("plan", UnknownKind.Stated, $"the plan '{version.PlanId}' has mistakes: {string.Join(" ", e.Diagnostics.Select(d => d.Message))}"));
        }
    }
}
