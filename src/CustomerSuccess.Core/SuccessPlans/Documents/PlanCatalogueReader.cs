namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads what stands around the items of a plan: value drivers, outcomes, tee-ups, blockers, assets.</summary>
internal sealed class PlanCatalogueReader(PlanPlaces places)
{
    private const string Driver = "{ \"name\": \"faster close\" }";
    private const string Outcome = "{ \"id\": \"first\", \"milestones\": [\"live\"] }";
    private const string Ask = "{ \"id\": \"reference\", \"kind\": \"reference\", \"milestone\": \"live\" }";
    private const string Blocker = "{ \"pattern\": \"no access to data\", \"dimension\": \"People\" }";
    private const string Asset = "{ \"id\": \"import guide\", \"valueDriver\": \"faster close\" }";

    public IReadOnlyList<ValueDriver> ValueDrivers() => [.. places.Each("valueDrivers", Driver).Select(one => new ValueDriver
    {
        Name = places.Id("valueDrivers", one, Driver, "name"),
        Description = one.Text("description"),
    })];

    public IReadOnlyList<DesiredOutcome> Outcomes() => [.. places.Each("outcomes", Outcome).Select(one => new DesiredOutcome
    {
        Id = places.Id("outcomes", one, Outcome),
        Title = one.Text("title") ?? Name(one, "id"),
        Milestones = one.Texts("milestones"),
        Follows = one.Text("follows"),
        Stakeholder = one.Text("stakeholder"),
    })];

    public IReadOnlyList<TeeUp> TeeUps() => [.. places.Each("teeUps", Ask).Select(one =>
    {
        one.Required("kind", "Say what is asked for: \"kind\": \"reference\".");
        return new TeeUp
        {
            Id = places.Id("teeUps", one, Ask),
            Title = one.Text("title") ?? Name(one, "id"),
            Kind = one.Word<TeeUpKind>("kind") ?? TeeUpKind.Other,
            Milestone = one.RequiredText("milestone", "Say at which milestone it is asked: \"milestone\": \"live\".") ?? "",
            Needs = one.Word<TeeUpNeed>("needs") ?? TeeUpNeed.Reached,
        };
    })];

    public IReadOnlyList<PossibleBlocker> Blockers() => [.. places.Each("blockers", Blocker).Select(one => new PossibleBlocker
    {
        Pattern = places.Id("blockers", one, Blocker, "pattern"),
        Dimension = one.RequiredText("dimension", "Say where it lies: \"dimension\": \"People\".") ?? "",
        Item = one.Text("item"),
        Prevention = one.Text("prevention"),
    })];

    public IReadOnlyList<PlanAsset> Assets() => [.. places.Each("assets", Asset).Select(one => new PlanAsset
    {
        Id = places.Id("assets", one, Asset),
        Title = one.Text("title") ?? Name(one, "id"),
        ValueDriver = one.RequiredText("valueDriver", "Say which value driver it serves: \"valueDriver\": \"faster close\".") ?? "",
        Item = one.Text("item"),
    })];

    private static string Name(DocumentReader one, string property) => one.Node.Find(property)?.Text ?? "";
}
