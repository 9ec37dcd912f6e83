using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Cohorts as JSON documents: the same content, and the same content hash, as if they were made in C#. The schema is <c>docs/schema/cohort.schema.json</c>.</summary>
public static class CohortDocument
{
    internal const string Kind = "cohort";

    private const string Example = "{ \"name\": \"logins\", \"segment\": \"guided\", \"values\": [1, 2, 3] }";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Reads a cohort.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static CohortReference Read(ConfigurationDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var check = new DocumentCheck();
        var cohort = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader) ? Read(reader) : null;
        check.ThrowIfAny();
        return cohort!;
    }

    /// <summary>Writes a cohort as a document that reads back as the same.</summary>
    public static string Write(CohortReference cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return DocumentWriter.Write(Kind, json =>
        {
            json.WriteString("name", cohort.Name);
            json.WriteString("asOf", cohort.AsOf.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));
            json.WriteStartArray("series");
            foreach (var series in cohort.Series)
            {
                json.WriteStartObject();
                json.WriteString("name", series.Name);
                json.Text("segment", series.Segment);
                json.WritePropertyName("values");
                json.Numbers([.. series.Values]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>The cohort; null where there are mistakes, which are then found.</summary>
    internal static CohortReference? Read(DocumentReader document)
    {
        var before = document.Check.Count;
        document.Text("description");
        var name = document.RequiredText("name", "Name the cohort: \"name\": \"customers of 2026\".");
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            document.Check.Add("DO004", document.Node.Find("name")!, $"A cohort has a name.", "Name it: \"customers of 2026\".");
        }

        var asOf = AsOf(document);
        List<CohortSeries> all = [];
        var seen = new HashSet<(string, string)>();
        document.Required("series", $"List the values: \"series\": [ {Example} ].");
        foreach (var node in document.List("series"))
        {
            if (Series(node, document.Check) is not { } series)
            {
                continue;
            }

            if (!seen.Add((series.Name, series.Segment ?? "")))
            {
                document.Check.Add("DO008", node, $"There are two series '{series.Name}' of {series.Segment ?? "everyone"}.", "Join their values into one.");
            }

            all.Add(series);
        }

        document.Done();
        return document.Check.Count > before ? null : CohortReference.From(name!, asOf, all);
    }

    private static DateTimeOffset AsOf(DocumentReader document)
    {
        if (document.RequiredText("asOf", "Say as of when the values hold: \"asOf\": \"2026-01-01T00:00:00Z\".") is not { } text)
        {
            return default;
        }

        if (!DateTimeOffset.TryParseExact(text, [InstantFormat, "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            document.Check.Add("DO004", document.Node.Find("asOf")!, $"'{text}' is no instant.", "Write 2026-01-01T00:00:00Z, or a day: 2026-01-01.");
        }

        return instant;
    }

    private static CohortSeries? Series(DocumentNode node, DocumentCheck check)
    {
        if (DocumentReader.Of(node, check, Example) is not { } series)
        {
            return null;
        }

        var before = check.Count;
        var (name, segment) = (series.RequiredText("name", "Name the measure, or the scorecard."), series.Text("segment"));
        series.Required("values", "List the values: \"values\": [1, 2, 3].");
        var values = series.List("values").Select(series.NumberOf).OfType<double>().ToArray();
        series.Done();
        if (check.Count > before)
        {
            return null;
        }

        try
        {
            return new(name!, values, segment);
        }
        catch (ArgumentException e)
        {
            check.Add("DO004", node, $"The series cannot be used: {e.Message}", $"Write {Example}.");
            return null;
        }
    }
}
