using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes the model of a scorecard as a document.</summary>
internal sealed class ScorecardWriter(Utf8JsonWriter json)
{
    public static string Write(ScorecardModel model) => DocumentWriter.Write(ScorecardDocument.Kind, json => new ScorecardWriter(json).Card(model));

    private void Card(ScorecardModel model)
    {
        json.WriteString("name", model.Name);
        // Numbers are written in 0 to 100; saying that scale aloud lets limits of points lie within it.
        if (Groups(model.Root).Any(g => g.LimitsWithinScale))
        {
            json.Object("scale", () => json.WriteNumber("maximum", 100));
        }

        if (model.Display is not { Minimum: 0, Maximum: 100, Decimals: 1 })
        {
            json.Object("shownAs", () =>
            {
                json.Number("minimum", model.Display.Minimum, 0);
                json.Number("maximum", model.Display.Maximum, 100);
                json.Number("decimals", model.Display.Decimals, 1);
            });
        }

        Bands(model.Bands);
        json.Number("minimumCoverage", model.MinimumCoverage);
        if (model.Watermelon is not { Coverage: WatermelonRule.UsualCoverage, SuspectedFrom: WatermelonRule.UsualSuspectedFrom })
        {
            json.Object("watermelons", () =>
            {
                json.Number("coverage", model.Watermelon.Coverage, WatermelonRule.UsualCoverage);
                json.Number("suspectedFrom", model.Watermelon.SuspectedFrom, WatermelonRule.UsualSuspectedFrom);
            });
        }

        Group(model.Root);
        if (model.Exceptions.Count > 0)
        {
            json.WriteStartArray("exceptions");
            foreach (var exception in model.Exceptions)
            {
                Exception(exception);
            }

            json.WriteEndArray();
        }
    }

    private static IEnumerable<GroupModel> Groups(GroupModel group) => group.Children.OfType<GroupModel>().SelectMany(Groups).Append(group);

    private void Bands(HealthBands bands)
    {
        json.Word("edges", bands.Convention, EdgeConvention.LowerIncluded);
        json.Number("hysteresis", bands.Hysteresis, HealthBands.DefaultHysteresis);
        json.WriteStartArray("bands");
        foreach (var band in bands.Bands)
        {
            json.WriteStartObject();
            json.WriteString("name", band.Name);
            json.Number("from", band.Index == 0 ? null : band.Lower);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Group(GroupModel group)
    {
        json.Word("aggregation", group.Aggregation, Aggregation.WeightedMean);
        json.Number("weightsTotal", group.WeightsTotal);
        json.Number("redBelow", group.RedBelow);
        if (group.Aggregation == Aggregation.AdditivePoints && (group.Start, group.Minimum, group.Maximum) != (0, 0, 100))
        {
            json.Object("points", () =>
            {
                json.Number("start", group.Start, 0);
                json.Number("minimum", group.Minimum, 0);
                json.Number("maximum", group.Maximum, 100);
            });
        }

        json.WriteStartArray("measures");
        foreach (var child in group.Children)
        {
            Node(child);
        }

        json.WriteEndArray();
    }

    private void Node(ScorecardNode node)
    {
        json.WriteStartObject();
        json.WriteString(node is GroupModel ? "group" : "measure", node.Name);
        json.Number("weight", node.Weight);
        if (node.SegmentWeights.Count > 0)
        {
            json.Object("weights", () =>
            {
                foreach (var (segment, weight) in node.SegmentWeights)
                {
                    json.WriteNumber(segment, weight);
                }
            });
        }

        if (node.Decisive is { } decisive)
        {
            json.WriteBoolean("decisive", decisive);
        }

        if (node is GroupModel group)
        {
            Group(group);
        }
        else
        {
            new MeasureWriter(json).Write((MeasureModel)node);
        }

        json.WriteEndObject();
    }

    private void Exception(ExceptionModel exception)
    {
        json.WriteStartObject();
        json.WriteString("id", exception.Id);
        var name = DocumentWords.Of(exception.Kind);
        json.Number(name, exception.Value);
        json.Text($"{name}Band", exception.Band);
        new MeasureConditionWriter(json).Write("when", exception.When);
        json.WriteString("because", exception.Because);
        json.Number("priority", exception.Priority, 0);
        json.Word("whenUnknown", exception.WhenUnknown, WhenUnknown.Ignore);
        json.WriteEndObject();
    }
}
