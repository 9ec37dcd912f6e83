using System.Text.Json;
using CustomerSuccess.Portfolio.Tallying;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A portfolio's health through signals, for a program: one JSON object.</summary>
internal static class HealthJson
{
    private const int Shown = 20;

    public static void Write(SignalPortfolio portfolio, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", NumberText.Instant(portfolio.AsOf));
        json.WriteNumber("seed", portfolio.Options.Seed);
        json.WriteNumber("customers", portfolio.Accounts.Count);
        json.WriteNumber("haveGivenNotice", portfolio.Accounts.Count(a => a.IsLeaving));
        json.WriteString("note", Words.Simulated);
        json.WriteString("currency", "EUR a year");
        json.WriteString("configurationHash", portfolio.How.Card.Definition.ConfigurationHash);
        json.WriteStartArray("segments");
        foreach (var segment in SegmentTally.Of(portfolio, portfolio.How.Segments, portfolio.How.Card.Bands))
            Segment(json, segment);
        json.WriteEndArray();
        json.WriteStartArray("toLookAt");
        foreach (var account in portfolio.ToLookAt.Take(Shown))
            Account(json, account);
        json.WriteEndArray();
        json.WriteStartArray("segmentMoves");
        foreach (var move in portfolio.Moves)
            Move(json, move);
        json.WriteEndArray();
        Judged(json, portfolio);
        json.WriteEndObject();
    });

    private static void Segment(Utf8JsonWriter json, SegmentTally segment)
    {
        json.WriteStartObject();
        json.WriteString("segment", segment.Name);
        json.WriteNumber("customers", segment.Customers);
        json.WriteNumber("noScore", segment.NoScore);
        json.WriteNumber("rising", segment.Rising);
        json.WriteNumber("falling", segment.Falling);
        json.WriteNumber("revenue", segment.Revenue);
        json.WriteStartObject("bands");
        foreach (var (band, customers, revenue) in segment.Bands)
        {
            json.WriteStartObject(band.Name.ToLowerInvariant());
            json.WriteNumber("customers", customers);
            json.WriteNumber("revenue", revenue);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Account(Utf8JsonWriter json, ScoredAccount account)
    {
        json.WriteStartObject();
        json.WriteString("customer", account.Id);
        json.WriteString("segment", account.Segment);
        JsonText.Number(json, "score", account.Score.Value);
        json.WriteString("band", account.Score.Band?.Name);
        json.WriteString("trend", account.Trend.ToString().ToLowerInvariant());
        json.WriteNumber("revenue", account.Revenue);
        json.WriteStartArray("reasons");
        foreach (var reason in Reason.Heaviest(account.Score, 3))
        {
            json.WriteStartObject();
            json.WriteString("reason", reason.Words);
            json.WriteNumber("pointsLost", Math.Round(reason.Lost, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Move(Utf8JsonWriter json, SegmentMove move)
    {
        json.WriteStartObject();
        json.WriteString("left", move.Left);
        json.WriteString("entered", move.Entered);
        json.WriteStartArray("customers");
        foreach (var customer in move.Customers)
            json.WriteStringValue(customer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Judged(Utf8JsonWriter json, SignalPortfolio portfolio)
    {
        if (portfolio.Judged is not { } report)
        {
            json.WriteNull("judged");
            return;
        }

        json.WriteStartObject("judged");
        json.WriteString("cutOff", NumberText.Instant(report.CutOff.At));
        json.WriteNumber("horizonDays", SignalPortfolio.CutOffDays);
        json.WriteNumber("active", report.Active);
        json.WriteNumber("notAtRisk", report.NotAtRisk);
        json.WriteNumber("decidedBefore", report.DecidedBefore);
        json.WriteNumber("involuntary", report.Involuntary);
        json.WriteNumber("unexplained", report.Unexplained);
        json.WriteNumber("contradicting", report.Contradicting);
        json.WriteNumber("withoutScore", report.WithoutScore);
        json.WriteNumber("failed", report.Failed);
        json.WriteNumber("missing", report.Missing);
        json.WritePropertyName("proof");
        json.WriteRawValue(report.Proof.ToJson());
        json.WriteEndObject();
    }
}
