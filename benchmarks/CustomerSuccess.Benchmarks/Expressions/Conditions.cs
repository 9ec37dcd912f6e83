using System.Text.RegularExpressions;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>
/// The conditions, in words that CEL and Dynamic LINQ share. None holds of a number or text that is not given, neither where that
/// makes it unknown nor where a NaN or null is simply compared, so that all contestants can be asked how often each holds.
/// </summary>
internal static partial class Conditions
{
    /// <summary>Three comparisons over numbers and texts each.</summary>
    public static readonly string[] OfRows =
    [
        "customer.DaysSinceLogin > 14.0 && customer.Adoption < 60.0 && customer.Plan == \"enterprise\"",
        "customer.Tickets >= 4.0 && customer.Nps < 20.0 && customer.Plan == \"business\"",
        "customer.InvoiceDelay > 30.0 && customer.Spend >= 500.0 && customer.Country == \"DE\"",
        "customer.Logins < 10.0 && customer.Seats > 20.0 && customer.Plan == \"team\"",
        "customer.Plan == \"free\" && customer.ActiveUsers > 30.0 && customer.Adoption >= 50.0",
        "customer.Country == \"FR\" && customer.Tenure < 12.0 && customer.Nps <= 0.0",
        "customer.Plan == \"enterprise\" || customer.Spend > 4000.0 || customer.Seats >= 90.0",
        "customer.DaysSinceLogin > 60.0 || customer.InvoiceDelay > 50.0 || customer.Country == \"US\"",
        "customer.Logins == 0.0 || customer.DaysSinceLogin > 45.0 || customer.Plan == \"free\"",
        "customer.Tenure >= 24.0 && customer.Adoption > 80.0 && customer.Country == \"SE\"",
        "(customer.Plan == \"business\" || customer.Plan == \"enterprise\") && customer.Tickets > 6.0",
        "(customer.Country == \"DE\" || customer.Country == \"FR\") && customer.InvoiceDelay <= 5.0",
        "customer.Nps >= 50.0 && customer.Logins > 40.0 && customer.Plan == \"team\"",
        "customer.Seats <= 5.0 && customer.Tenure < 3.0 && customer.Plan == \"free\"",
        "customer.Spend < 200.0 && customer.ActiveUsers <= 10.0 && customer.Country == \"US\"",
        "customer.Adoption < 20.0 || customer.Nps < -50.0 || customer.Plan == \"business\"",
        "customer.Tickets > 8.0 || customer.Tenure > 33.0 || customer.Country == \"SE\"",
        "customer.ActiveUsers < 3.0 && customer.Seats >= 10.0 && customer.Plan == \"enterprise\"",
        "customer.InvoiceDelay > 10.0 && customer.DaysSinceLogin > 7.0 && customer.Country == \"FR\"",
        "(customer.Plan == \"team\" || customer.Spend > 2500.0) && customer.Logins >= 5.0",
    ];

    /// <summary>Comparisons of numbers, joined and computed with.</summary>
    public static readonly string[] OfColumns =
    [
        "customer.DaysSinceLogin > 14.0",
        "customer.Tickets >= 4.0 && customer.Nps < 20.0",
        "customer.InvoiceDelay > 30.0 && customer.Spend >= 500.0 && customer.Tenure > 6.0",
        "customer.ActiveUsers / customer.Seats < 0.4",
        "customer.Logins < 10.0 || customer.DaysSinceLogin > 30.0",
        "customer.Adoption >= 80.0 && customer.Nps >= 50.0",
        "customer.Spend / customer.Seats > 60.0 && customer.Adoption < 50.0",
        "customer.Logins * 0.5 + customer.ActiveUsers > 45.0",
        "customer.Tickets > 6.0 || customer.Nps < -40.0 || customer.InvoiceDelay > 55.0",
        "(customer.Tenure < 12.0 || customer.Adoption < 25.0) && customer.Logins <= 20.0",
        "customer.Spend - customer.Tickets * 150.0 < 1000.0",
        "customer.Seats > 50.0 && customer.ActiveUsers < 20.0",
        "customer.Nps + customer.Adoption < 40.0",
        "customer.Tenure >= 24.0 && customer.InvoiceDelay <= 10.0 && customer.Tickets <= 2.0",
        "customer.Logins == 0.0 || customer.ActiveUsers == 0.0 || customer.Adoption < 5.0",
        "(customer.DaysSinceLogin > 7.0 && customer.Tickets >= 1.0) || (customer.Nps < 0.0 && customer.Tenure < 3.0)",
        "customer.Seats - customer.ActiveUsers > 30.0 && customer.Spend > 1500.0",
        "customer.Adoption * 0.6 + customer.Nps * 0.4 < 25.0",
        "customer.InvoiceDelay + customer.DaysSinceLogin > 80.0",
        "customer.Spend * 12.0 >= 30000.0 && (customer.Adoption < 40.0 || customer.Logins < 15.0)",
    ];

    /// <summary>The first condition of rows as it is written in C#.</summary>
    public static readonly Func<CustomerRow, bool> ByHand = static customer =>
        customer.DaysSinceLogin > 14.0 && customer.Adoption < 60.0 && customer.Plan == "enterprise";

    /// <summary>The same in SQL. Numbers have an exponent, so that DuckDB takes them as DOUBLE and not as DECIMAL.</summary>
    public static string Sql(string condition) => Numbers().Replace(condition, "$0e0")
        .Replace("customer.", "", StringComparison.Ordinal)
        .Replace("&&", "AND", StringComparison.Ordinal)
        .Replace("||", "OR", StringComparison.Ordinal)
        .Replace("==", "=", StringComparison.Ordinal)
        .Replace('"', '\'');

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Numbers();
}
