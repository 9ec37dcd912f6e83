namespace CustomerSuccess.Health;

/// <summary>Reads the measures and groups of a scorecard's document.</summary>
internal sealed class GroupReader(IMeasureReaders readers, DocumentPlaces places)
{
    private const string Example = "{ \"measure\": \"logins\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 20 } } }";

    public void Read(DocumentReader document, GroupDraft group, string path)
    {
        group.Aggregation = document.Word<Aggregation>("aggregation") ?? Aggregation.WeightedMean;
        group.WeightsTotal = document.Number("weightsTotal");
        group.RedBelow = document.Number("redBelow");
        Points(document, group);
        if (document.Required("measures", "List what counts: \"measures\": [ … ].") is not { } parts || !document.Is(parts, DocumentKind.List, "a list of measures and groups"))
        {
            return;
        }

        foreach (var node in parts.Parts)
        {
            if (DocumentReader.Of(node, document.Check, Example) is { } part)
            {
                Part(part, group, path);
            }
        }
    }

    private void Part(DocumentReader part, GroupDraft parent, string path)
    {
        var isGroup = part.Node.Find("group") is not null;
        var name = part.RequiredText(isGroup ? "group" : "measure", "Name it: \"measure\": \"logins\", or \"group\": \"product\" with measures of its own.");
        if (name is null)
        {
            return;
        }

        places.Add($"{path}/{name}", part.Node);
        NodeDraft made;
        if (isGroup)
        {
            var group = new GroupDraft(name);
            part.Text("description");
            Read(part, group, $"{path}/{name}");
            made = group;
        }
        else
        {
            made = new MeasureReader(part, readers, places).Read(name, $"{path}/{name}");
        }

        made.Weight = part.Number("weight");
        made.Decisive = part.OptionalFlag("decisive");
        foreach (var own in part.Named("weights"))
        {
            if (part.NumberOf(own) is { } weight)
            {
                made.SegmentWeights[own.Name!] = weight;
            }
        }

        part.Done();
        parent.Children.Add(made);
    }

    private static void Points(DocumentReader document, GroupDraft group)
    {
        if (document.Object("points", "{ \"start\": 0, \"minimum\": 0, \"maximum\": 100 }") is not { } points)
        {
            return;
        }

        if (group.Aggregation != Aggregation.AdditivePoints)
        {
            document.Check.Add("DO004", points.Node, $"Points are for a group whose aggregation is additivePoints.", "Write \"aggregation\": \"additivePoints\", or leave the points out.");
        }

        group.Start = points.Number("start", 0);
        group.Minimum = points.Number("minimum");
        group.Maximum = points.Number("maximum");
        points.Done();
    }
}
