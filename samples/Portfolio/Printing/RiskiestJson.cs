using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Tallying;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The riskiest customers as JSON: what <see cref="RiskiestTable"/> shows.</summary>
internal static class RiskiestJson
{
    public static void Write(Utf8JsonWriter json, PortfolioTally portfolio)
    {
        json.WriteStartArray("riskiest");
        foreach (var customer in portfolio.Riskiest.Customers)
            Customer(json, customer, portfolio.Weighted.Card.Score(customer, Undated.Snapshot));
        json.WriteEndArray();
    }

    private static void Customer(Utf8JsonWriter json, Customer customer, HealthScore score)
    {
        json.WriteStartObject();
        json.WriteString("customer", customer.Id);
        json.WriteNumber("weighted", Math.Round(score.Value!.Value, 9));
        json.WriteStartArray("reasons");
        foreach (var reason in Reason.Heaviest(score, 3))
        {
            json.WriteStartObject();
            json.WriteString("reason", reason.Words);
            json.WriteNumber("pointsLost", Math.Round(reason.Lost, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Way(json, WayBack.Of(score));
        json.WriteEndObject();
    }

    private static void Way(Utf8JsonWriter json, WayBack way)
    {
        if (way.Plan is not { } plan)
        {
            json.WriteNull("wayBack");
            return;
        }

        json.WriteStartObject("wayBack");
        json.WriteStartArray("moves");
        foreach (var move in plan.Moves)
        {
            json.WriteStartObject();
            json.WriteString("measure", move.Measure);
            json.WriteString("from", move.FromText);
            json.WriteString("to", move.ToText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("value", Math.Round(plan.Value, 9));
        json.WriteEndObject();
    }
}
