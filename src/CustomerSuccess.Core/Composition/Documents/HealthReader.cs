namespace CustomerSuccess.Composition;

/// <summary>Reads the document of kind health: who is scored by which, on which grid.</summary>
internal sealed class HealthReader(DocumentReader document, IReadOnlyCollection<string> scorecards)
{
    public const string Kind = "health";

    private const string Example = "{ \"scorecard\": \"default\" }";

    public HealthUses Read()
    {
        document.Text("name");
        document.Text("description");
        var uses = new List<ScorecardUse>();
        foreach (var node in document.List("scoredBy"))
        {
            if (DocumentReader.Of(node, document.Check, Example) is { } use)
            {
                var name = Scorecard(use);
                var (segment, stage) = (use.Text("segment"), use.Text("stage"));
                use.Done();
                if (name is not null)
                {
                    uses.Add(new(name, segment, stage));
                }
            }
        }

        var made = new HealthUses { ScoredBy = uses.AsReadOnly(), ColdStart = ColdStart(), RollUp = RollUpReader.Read(document), Grid = document.Grid("grid"), Spacing = Spacing() };
        document.Done();
        return made;
    }

    private NewCustomerUse? ColdStart()
    {
        if (document.Object("coldStart", "{ \"scorecard\": \"new\", \"maximumAge\": \"90 days\" }") is not { } cold)
        {
            return null;
        }

        var before = document.Check.Count;
        var (name, age, coverage) = (Scorecard(cold), cold.Span("maximumAge"), cold.Number("untilCoverage"));
        cold.Done();
        if (age <= TimeSpan.Zero)
        {
            document.Check.Add("DO004", cold.Node.Find("maximumAge")!, $"Customers are new for a time above zero.", "Write \"90 days\".");
        }

        if (coverage is not null and not (> 0 and <= 1))
        {
            document.Check.Add("DO004", cold.Node.Find("untilCoverage")!, $"Coverage is a share above 0 and up to 1.", "Write 60 % as 0.6.");
        }

        if (age is null && coverage is null && document.Check.Count == before)
        {
            document.Check.Add("DO003", cold.Node, $"It is not said how long customers are new.", "Write \"maximumAge\": \"90 days\", or \"untilCoverage\": 0.6, or both.");
        }

        return name is null || document.Check.Count > before ? null : new(name, age, coverage);
    }

    private string? Scorecard(DocumentReader use)
    {
        if (use.RequiredText("scorecard", $"Name one: {Example}.") is not { } name || scorecards.Contains(name))
        {
            return use.Node.Find("scorecard")?.Text;
        }

        document.Check.Add("DO008", use.Node.Find("scorecard")!, $"There is no scorecard '{name}'.", Suggestion.For(name, scorecards));
        return null;
    }

    private TimeSpan? Spacing()
    {
        var spacing = document.Span("trendOver");
        if (spacing <= TimeSpan.Zero)
        {
            document.Check.Add("DO004", document.Node.Find("trendOver")!, $"Scores of a trend are spaced by a time above zero.", "Write \"28 days\".");
            return null;
        }

        return spacing;
    }
}
