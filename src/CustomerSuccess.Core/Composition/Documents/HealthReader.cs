using System.Globalization;
using CustomerSuccess.Expressions;

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
                var segment = use.Text("segment");
                use.Done();
                if (name is not null)
                {
                    uses.Add(new(name, segment));
                }
            }
        }

        var made = new HealthUses { ScoredBy = uses.AsReadOnly(), Grid = Grid(), Spacing = Spacing() };
        document.Done();
        return made;
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

    private EvaluationGrid? Grid()
    {
        if (document.Object("grid", "{ \"zone\": \"Europe/Berlin\", \"everyDays\": 1 }") is not { } grid)
        {
            return null;
        }

        var (zone, days) = (TimeZoneInfo.Utc, grid.Whole("everyDays", 1, 36_525) ?? 1);
        if (grid.Text("zone") is { } id)
        {
            zone = CelTimeZone.Find(id);
            if (zone is null)
            {
                document.Check.Add("DO004", grid.Node.Find("zone")!, $"There is no time zone '{id}'.", "Write one of the IANA database, for instance Europe/Berlin.");
            }
        }

        DateOnly? origin = null;
        if (grid.Text("origin") is { } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                origin = day;
            }
            else
            {
                document.Check.Add("DO004", grid.Node.Find("origin")!, $"'{text}' is no day.", "Write 2000-01-03.");
            }
        }

        grid.Done();
        return new(zone ?? TimeZoneInfo.Utc, days, origin);
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
