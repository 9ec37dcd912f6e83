namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds texts that hold half of a character: a hash could not tell them apart, and no document can hold them.</summary>
internal static class PlanTexts
{
    public static void Check(string plan, PlanContent content, DiagnosticList found)
    {
        foreach (var id in Texts(content).Where(t => t.Text is not null && CanonicalJson.HasHalfCharacter(t.Text)).Select(t => t.Id).Distinct(StringComparer.Ordinal))
        {
            found.Add("PL021", $"{plan}/{id}", $"A text of '{id}' holds half of a character.", "Write it as valid Unicode.");
        }
    }

    private static IEnumerable<(string Id, string? Text)> Texts(PlanContent content) =>
    [
        .. content.Items.SelectMany(i => new[] { i.Title, i.Dimension }, (i, text) => (i.Id, text)),
        .. content.Accountabilities.SelectMany(a => new[] { a.Role, a.Owner }, (a, text) => (a.Id, text)),
        .. content.Objectives.SelectMany(o => new[] { o.Title, o.Unit, o.Stakeholder }, (o, text) => (o.Id, text)),
        .. content.Outcomes.SelectMany(o => new[] { o.Title, o.Stakeholder }, (o, text) => (o.Id, text)),
        .. content.TeeUps.Select(t => (t.Id, t.Title)),
        .. content.Blockers.SelectMany(b => new[] { b.Dimension, b.Prevention }, (b, text) => (b.Pattern, text)),
        .. content.ValueDrivers.Select(v => (v.Name, v.Description)),
        .. content.Assets.Select(a => (a.Id, a.Title)),
    ];
}
