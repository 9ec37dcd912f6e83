namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads the document of a plan template.</summary>
internal sealed class PlanTemplateReader(DocumentReader document, FactConditionReader conditions, ObjectiveMeasureReader measures)
{
    /// <summary>Where the parts of the plan stand.</summary>
    public PlanPlaces Places { get; } = new(document);

    /// <summary>The template; null where there are mistakes, which are then found.</summary>
    public PlanTemplate? Read()
    {
        var before = document.Check.Count;
        document.Text("description");
        var name = document.RequiredText("name", "Name the plan: \"name\": \"onboarding\".") ?? "(plan)";
        Places.Name = name;
        var content = Content();
        document.Done();
        var found = new DiagnosticList();
        PlanCheck.Run(name, content, found);
        Places.Tell(found, isAll: document.Check.Count == before);

        // A number too large to be held is a mistake of the text, found before: what follows of it is told no more, and yet there is no plan.
        return document.Check.Count > before || found.Count > 0 ? null : PlanTemplate.Of(name, content).With(Warnings(name, content));
    }

    private PlanContent Content()
    {
        document.Required(PlanPlaces.Milestones, $"State at least one result that the customer is to reach: \"milestones\": [ {PlanItemReader.Example} ].");
        var (catalogue, items, objectives) = (new PlanCatalogueReader(Places), new PlanItemReader(Places, conditions), new ObjectiveReader(Places, measures));
        return new()
        {
            ValueDrivers = catalogue.ValueDrivers(),
            Objectives = objectives.Read(),
            Milestones = items.Milestones(),
            Accountabilities = items.Accountabilities(),
            Outcomes = catalogue.Outcomes(),
            TeeUps = catalogue.TeeUps(),
            Blockers = catalogue.Blockers(),
            Assets = catalogue.Assets(),
        };
    }

    private IReadOnlyList<Diagnostic> Warnings(string name, PlanContent content)
    {
        var (found, told) = (new DiagnosticList(), new DocumentCheck());
        PlanWarnings.Find(name, content, found);
        Places.Tell(found, isAll: true, told);
        return told.Found;
    }
}
