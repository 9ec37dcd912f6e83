using System.Text.Json;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Writes a plan template as a document.</summary>
internal static class PlanWriter
{
    public static string Write(PlanTemplate template) => DocumentWriter.Write(PlanTemplateDocument.Kind, json =>
    {
        var content = template.Content;
        json.WriteString("name", template.Name);
        List(json, "valueDrivers", content.ValueDrivers, driver =>
        {
            json.WriteString("name", driver.Name);
            json.Text("description", driver.Description);
        });
        List(json, "objectives", content.Objectives, objective => Objective(json, objective));
        List(json, PlanPlaces.Milestones, content.Milestones, milestone => Milestone(json, milestone));
        List(json, PlanPlaces.Accountabilities, content.Accountabilities, accountability => Accountability(json, accountability));
        List(json, "outcomes", content.Outcomes, outcome =>
        {
            Named(json, outcome.Id, outcome.Title);
            json.Texts("milestones", outcome.Milestones);
            json.Text("follows", outcome.Follows);
            json.Text("stakeholder", outcome.Stakeholder);
        });
        List(json, "teeUps", content.TeeUps, teeUp =>
        {
            Named(json, teeUp.Id, teeUp.Title);
            json.WriteString("kind", DocumentWords.Of(teeUp.Kind));
            json.WriteString("milestone", teeUp.Milestone);
            json.Word("needs", teeUp.Needs, TeeUpNeed.Reached);
        });
        List(json, "blockers", content.Blockers, blocker =>
        {
            json.WriteString("pattern", blocker.Pattern);
            json.WriteString("dimension", blocker.Dimension);
            json.Text("item", blocker.Item);
            json.Text("prevention", blocker.Prevention);
        });
        List(json, "assets", content.Assets, asset =>
        {
            Named(json, asset.Id, asset.Title);
            json.WriteString("valueDriver", asset.ValueDriver);
            json.Text("item", asset.Item);
        });
    });

    private static void Objective(Utf8JsonWriter json, Objective objective)
    {
        Named(json, objective.Id, objective.Title);
        json.Text("unit", objective.Unit);
        json.WriteNumber("baseline", objective.Baseline);
        json.WriteNumber("target", objective.Target);
        json.WriteNumber("due", objective.DueDay);
        json.WritePropertyName("measure");
        json.Value(objective.Measure.Written);
        json.Text("stakeholder", objective.Stakeholder);
    }

    private static void Milestone(Utf8JsonWriter json, Milestone milestone)
    {
        Named(json, milestone.Id, milestone.Title);
        json.Number("weight", milestone.Weight, 1);
        json.Word("kind", milestone.Kind, MilestoneKind.Outcome);
        json.Text("valueDriver", milestone.ValueDriver);
        json.Text("objective", milestone.Objective);
        Item(json, milestone);
        if (milestone.Skills.Count > 0)
        {
            json.Object("skills", () =>
            {
                foreach (var need in milestone.Skills)
                {
                    json.WriteNumber(need.Skill, need.Level);
                }
            });
        }

        json.Flag("firstValue", milestone.IsFirstValue);
        json.Flag("endsLaunch", milestone.EndsLaunch);
    }

    private static void Accountability(Utf8JsonWriter json, Accountability accountability)
    {
        Named(json, accountability.Id, accountability.Title);
        json.WriteString("party", DocumentWords.Of(accountability.Party));
        json.Word("place", accountability.Place, PlanPlace.OutsideProduct);
        json.Number("weight", accountability.Weight, 1);
        json.Text("role", accountability.Role);
        json.Text("owner", accountability.Owner);
        Item(json, accountability);
    }

    private static void Item(Utf8JsonWriter json, PlanItem item)
    {
        json.WriteNumber("due", item.DueDay);
        json.Number("start", item.StartDay, 0);
        json.Texts("after", item.After);
        if (item.Evidence is { } evidence)
        {
            json.WritePropertyName("evidence");
            json.Value(evidence.Written);
        }

        if (!item.AcceptsWhatIsUsual)
        {
            json.Texts("accepts", [.. item.Accepts.Select(DocumentWords.Of)]);
        }

        json.Word("mode", item.Mode, EvidenceMode.Latched);
        json.Text("dimension", item.Dimension);
    }

    private static void Named(Utf8JsonWriter json, string id, string title)
    {
        json.WriteString("id", id);
        json.Text("title", title == id ? null : title);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> properties)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            properties(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
