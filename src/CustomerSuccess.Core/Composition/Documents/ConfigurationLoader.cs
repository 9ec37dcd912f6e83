using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Reads the documents of a configuration, in the order in which one rests on another, and finds the mistakes of all of them.</summary>
internal sealed class ConfigurationLoader(ConfigurationHost host, DocumentCheck check)
{
    private static readonly string[] Kinds = [VocabularyReader.Kind, SegmentDocument.Kind, PlanTemplateDocument.Kind, ScorecardDocument.Kind, CohortDocument.Kind, HealthReader.Kind, RuleDocument.Kind, InterventionPolicyDocument.Kind];

    private readonly ConfigurationDraft _draft = new();
    private readonly ConfigurationPlaces _places = new();

    public ConfigurationDraft Read(IReadOnlyList<ConfigurationDocument> documents)
    {
        List<(string Kind, DocumentReader Document)> read = [];
        foreach (var document in documents)
        {
            if (DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kinds) is { } one)
            {
                read.Add(one);
            }
        }

        DocumentReader[] Of(string kind) => [.. read.Where(r => r.Kind == kind).Select(r => r.Document)];
        var places = _places.Vocabulary;
        foreach (var document in Of(VocabularyReader.Kind))
        {
            new VocabularyReader(document, places).Read();
        }

        var languages = new ConfigurationLanguages(host, places, check);
        if (!languages.Build())
        {
            return _draft;
        }

        (_draft.Vocabulary, _draft.Facts) = (places.Vocabulary, languages.Facts);
        var schemes = new SchemeLoader(languages, host.NamedConditions, check);
        _draft.Schemes.AddRange(schemes.Read(Of(SegmentDocument.Kind), _places.Schemes));
        _draft.Language = languages.With(_draft.Schemes, schemes.Names);
        var plans = new PlanLoader(_draft.Language, languages.Named, host.NamedConditions, check);
        _places.Plans = plans;
        _draft.Plans.AddRange(plans.Read(Of(PlanTemplateDocument.Kind)));
        var scorecards = new ScorecardLoader(_draft.Language, languages.Named, Cohorts(Of(CohortDocument.Kind)), check);
        _draft.Scorecards.AddRange(scorecards.Read(Of(ScorecardDocument.Kind)));
        Uses(Of(HealthReader.Kind), scorecards.Names);
        var rules = new RuleLoader(_draft.Language, host.NamedConditions, check);
        _places.Rules = rules;
        _draft.Rules.AddRange(rules.Read(Of(RuleDocument.Kind)));
        _draft.Policy = rules.ReadPolicy(Of(InterventionPolicyDocument.Kind));
        if (check.Count == 0)
        {
            Whole();
        }

        return _draft;
    }

    /// <summary>Says all of it to a builder.</summary>
    public void AddTo(CustomerHealthBuilder health)
    {
        AddFactsTo(health);
        _draft.Uses.AddTo(health, _draft.Scorecards);
    }

    /// <summary>Says all but who is scored by which.</summary>
    public void AddFactsTo(CustomerHealthBuilder health)
    {
        host.AddTo(health);
        if (_draft.Facts is { } facts)
        {
            foreach (var fact in facts.All)
            {
                health.Add(fact);
            }
        }

        _draft.Schemes.ForEach(scheme => health.SegmentedBy(scheme));
        _draft.Plans.ForEach(plan => health.PlannedBy(plan));
        _draft.Uses.AddTimesTo(health);
    }

    private List<CohortReference> Cohorts(DocumentReader[] documents)
    {
        foreach (var document in documents)
        {
            if (CohortDocument.Read(document) is not { } cohort)
            {
                continue;
            }

            if (_draft.Cohorts.Exists(c => c.Name == cohort.Name))
            {
                check.Add("DO008", document.Node.Find("name")!, $"There are two cohorts named '{cohort.Name}'.", "Name them apart, for instance by their dates.");
                continue;
            }

            _draft.Cohorts.Add(cohort);
        }

        return _draft.Cohorts;
    }

    // Where no document says who is scored by which, the scorecard named default, or the only one, scores everyone.
    private void Uses(DocumentReader[] documents, IReadOnlyCollection<string> names)
    {
        foreach (var document in documents)
        {
            var uses = new HealthReader(document, names).Read();
            if (_places.Health is not null)
            {
                check.Add("DO008", document.Node, $"There are two documents of kind health.", "Put them together: only one can say who is scored by which scorecard.");
                continue;
            }

            (_places.Health, _draft.Uses) = (document.Node, uses);
        }

        if (_draft.Uses.ScoredBy.Count == 0 && (names.Contains("default") ? "default" : names.Count == 1 ? names.First() : null) is { } usual)
        {
            _draft.Uses = new() { ScoredBy = [new(usual, null, null)], ColdStart = _draft.Uses.ColdStart, RollUp = _draft.Uses.RollUp, Grid = _draft.Uses.Grid, Spacing = _draft.Uses.Spacing };
        }
    }

    // What only shows when everything is put together, as a builder in C# would show it.
    private void Whole()
    {
        var (said, found) = (new CustomerHealthBuilder(), new DiagnosticList());
        AddTo(said);
        var table = CustomerHealthCheck.Table(said, found);
        var plan = CustomerHealthCheck.Run(said, said.Named, table, found);
        PolicyCheck.Run(_draft.Rules, _draft.Policy ?? new(), found);
        RuleReferences.Check(_draft.Rules, said, plan, host.DeclaresWords ? null : _draft.Vocabulary, found);
        foreach (var mistake in found.All)
        {
            if (_places.Of(mistake, found.PartOf(mistake)) is { } place)
            {
                check.Add(mistake, place, ConfigurationPlaces.Cure(mistake.Code) ?? mistake.Cure);
            }
            else
            {
                check.Add(new Diagnostic(mistake.Code, mistake.Path, mistake.Message, ConfigurationPlaces.Cure(mistake.Code) ?? mistake.Cure));
            }
        }
    }
}
