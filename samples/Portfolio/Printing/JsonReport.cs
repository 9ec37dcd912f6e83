using System.Text.Json;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Tallying;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The portfolio for a program: one JSON object.</summary>
internal static class JsonReport
{
    public static void Write(PortfolioTally portfolio, TextWriter output) => JsonText.Write(output, json => Write(portfolio, json));

    private static void Write(PortfolioTally portfolio, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("customers", portfolio.Customers);
        json.WriteNumber("churned", portfolio.Churned);
        json.WriteString("note", Words.Association);
        json.WriteString("currency", $"monthlyCharges are {Words.Currency}");
        Card(json, "scoreA", portfolio.Points);
        Card(json, "weighted", portfolio.Weighted);
        json.WriteStartObject("contracts");
        foreach (var contract in Categories.Contract)
        {
            json.WriteStartObject(contract);
            Bands(json, portfolio.Points, portfolio.Contracts[contract]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        RiskiestJson.Write(json, portfolio);
        json.WriteNumber("seconds", Math.Round(portfolio.Elapsed.TotalSeconds, 3));
        json.WriteNumber("customersPerSecond", Math.Round(portfolio.CustomersPerSecond));
        json.WriteEndObject();
    }

    private static void Card(Utf8JsonWriter json, string property, CardTally tally)
    {
        json.WriteStartObject(property);
        json.WriteString("scorecard", tally.Card.Name);
        json.WriteString("configurationHash", tally.Card.Definition.ConfigurationHash);
        json.WriteBoolean("reproducible", tally.Card.Definition.Reproducible);
        Bands(json, tally, tally.Bands);
        json.WriteNumber("noScore", tally.NoScore);
        json.WriteNumber("sum", tally.Sum);
        if (tally.Auc is { } auc)
            json.WriteNumber("auc", auc);
        else
            json.WriteNull("auc");
        json.WriteNumber("aucDecimals", tally.RankDecimals);
        json.WriteEndObject();
    }

    private static void Bands(Utf8JsonWriter json, CardTally card, IReadOnlyList<BandTally> bands)
    {
        json.WriteStartObject("bands");
        for (var i = 0; i < bands.Count; i++)
        {
            json.WriteStartObject(card.Card.Bands.Bands[i].Name.ToLowerInvariant());
            json.WriteNumber("customers", bands[i].Customers);
            json.WriteNumber("churned", bands[i].Churned);
            json.WriteNumber("monthlyCharges", bands[i].MonthlyCharges);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
