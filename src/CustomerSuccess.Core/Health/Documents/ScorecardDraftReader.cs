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
        Watermelons(draft);
        draft.MinimumCoverage = document.Number("minimumCoverage");
        new ExceptionReader(readers, places).Read(document, draft);
        document.Done();
        return name is null ? null : draft;
    }

    private void Bands(ScorecardDraft draft)
    {
        draft.Convention = document.Word<EdgeConvention>("edges") ?? EdgeConvention.LowerIncluded;
        draft.Hysteresis = document.Number("hysteresis");
        if (document.Find("bands") is not { } bands)
        {
            return;
        }

        var before = document.Check.Count;
        if (!document.Is(bands, DocumentKind.List, "a list from the worst band to the best"))
        {
            places.MarkBands();
            return;
        }

        var (edges, ranges) = (new List<(string, double?)>(), new List<(string, Interval)>());
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
                edges.Add((name, band.Number("from")));
                if (edges.Count > 1 && node.Find("from") is null)
                {
                    document.Check.Add("DO003", node, $"The band '{name}' does not say from where it runs.", "Write \"from\": 75, or a \"range\": \"[75, 100]\".");
                }
            }

            band.Done();
        }

        if (edges.Count > 0 && ranges.Count > 0)
        {
            document.Check.Add("DO004", bands, $"Some bands state a range and some from where they run.", "Write all of them one way.");
        }

        if (document.Check.Count > before)
        {
            places.MarkBands();
        }
        else
        {
            draft.BandRanges = ranges.Count > 0 ? ranges : null;
            draft.BandEdges = ranges.Count > 0 ? null : edges;
        }
    }

    private void Watermelons(ScorecardDraft draft)
    {
        if (document.Object("watermelons", "{ \"coverage\": 0.5, \"suspectedFrom\": 2 }") is not { } rule)
        {
            return;
        }

        draft.Watermelon = (rule.Number("coverage", draft.Watermelon.Coverage), rule.Whole("suspectedFrom", 1, 3) ?? draft.Watermelon.SuspectedFrom);
        rule.Done();
    }

    private void Display(ScorecardDraft draft)
    {
        draft.ScaledTo = Scale("scale");
        draft.Display = Scale("shownAs");
    }

    private (double Minimum, double Maximum, int Decimals)? Scale(string name)
    {
        if (document.Object(name, "{ \"minimum\": 0, \"maximum\": 10, \"decimals\": 1 }") is not { } scale)
        {
            return null;
        }

        var read = (scale.Number("minimum", 0), scale.Number("maximum", 100), scale.Whole("decimals", 0, 6) ?? 1);
        scale.Done();
        return read;
    }
}
