namespace CustomerSuccess.Health;

/// <summary>Reads a scorecard's document into a draft, which is then checked and compiled as any other.</summary>
internal sealed class ScorecardDraftReader(DocumentReader document, IMeasureReaders readers, DocumentPlaces places)
{
    /// <summary>The draft; null where so much is wrong that nothing can be checked.</summary>
    public ScorecardDraft? Read()
    {
        document.Text("description");
        var name = document.RequiredText("name", "Name the scorecard: \"name\": \"default\".");
        var draft = new ScorecardDraft(name ?? "(scorecard)", readers.OverRows);
        places.Add(draft.Name, document.Node);
        places.Add($"{draft.Name}/bands", document.Node.Find("bands") ?? document.Node);
        new GroupReader(readers, places).Read(document, draft.Root, draft.Name);
        Bands(draft);
        Display(draft);
        draft.MinimumCoverage = document.Number("minimumCoverage");
        new ExceptionReader(readers, places).Read(document, draft);
        document.Done();
        return name is null ? null : draft;
    }

    private void Bands(ScorecardDraft draft)
    {
        draft.Convention = document.Word<EdgeConvention>("edges") ?? EdgeConvention.LowerIncluded;
        draft.Hysteresis = document.Number("hysteresis", HealthBands.DefaultHysteresis);
        if (document.Find("bands") is not { } bands || !document.Is(bands, DocumentKind.List, "a list from the worst band to the best"))
        {
            return;
        }

        var (edges, ranges) = (new List<(string, double)>(), new List<(string, Interval)>());
        foreach (var node in bands.Parts)
        {
            if (DocumentReader.Of(node, document.Check, "{ \"name\": \"Green\", \"from\": 75 }") is not { } band)
            {
                continue;
            }

            var name = band.RequiredText("name", "Name the band: \"name\": \"Green\".") ?? "";
            if (band.Find("range") is { } range)
            {
                ranges.Add((name, DocumentRange.Read(range, band) ?? Interval.Closed(0, 100)));
            }
            else
            {
                edges.Add((name, band.Number("from", edges.Count == 0 ? 0 : double.NaN)));
                if (edges.Count > 1 && double.IsNaN(edges[^1].Item2))
                {
                    document.Check.Add("DO003", node, $"The band '{name}' does not say from where it runs.", "Write \"from\": 75, or a \"range\": \"[75, 100]\".");
                    edges[^1] = (name, edges[^2].Item2 + 1);
                }
            }

            band.Done();
        }

        if (edges.Count > 0 && ranges.Count > 0)
        {
            document.Check.Add("DO004", bands, $"Some bands state a range and some from where they run.", "Write all of them one way.");
        }

        draft.BandRanges = ranges.Count > 0 ? ranges : null;
        draft.BandEdges = ranges.Count > 0 ? null : edges;
    }

    private void Display(ScorecardDraft draft)
    {
        if (document.Object("shownAs", "{ \"minimum\": 0, \"maximum\": 10, \"decimals\": 1 }") is not { } shown)
        {
            return;
        }

        draft.Display = (shown.Number("minimum", 0), shown.Number("maximum", 100), shown.Whole("decimals", 0, 6) ?? 1);
        shown.Done();
    }
}
