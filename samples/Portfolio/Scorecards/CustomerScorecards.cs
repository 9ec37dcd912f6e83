using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>The two scorecards over the customers of a file, as documents say them: <c>weighted.json</c> and <c>points.json</c>.</summary>
internal sealed class CustomerScorecards
{
    // What the documents may name: the host says once how each is read.
    private static readonly Language<Customer> Language = CustomerSuccess.Language.For<Customer>()
        .Number("tenure", c => c.Tenure, "1", "Months since the contract began.")
        .Text("contract", c => c.Contract, "1")
        .Text("tech_support", c => c.TechSupport, "1")
        .Text("online_security", c => c.OnlineSecurity, "1")
        .Text("payment", c => c.PaymentMethod, "1", "The way of payment.")
        .Number("monthly_charges", c => c.MonthlyCharges, "1", "Billed per month, in the currency of the file.")
        .Number("price_rise", c => c.PriceRise, "1", "This month's bill against the average so far, in %; not known while there is no average.")
        .Build();

    private CustomerScorecards(string folder) => (Weighted, Points) = (Read(folder, "weighted.json"), Read(folder, "points.json"));

    /// <summary>A weighted mean of three questions.</summary>
    public Scorecard<Customer> Weighted { get; }

    /// <summary>Points that anybody can add up on paper.</summary>
    public Scorecard<Customer> Points { get; }

    /// <exception cref="ConfigurationException">A document has mistakes.</exception>
    public static CustomerScorecards In(string folder) => new(folder);

    private static Scorecard<Customer> Read(string folder, string name)
    {
        try
        {
            return ScorecardDocument.Read(ConfigurationDocument.FromFile(Path.Combine(folder, name), name), Language, identifiedBy: c => c.Id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException($"{Quoted.Clean(Path.Combine(folder, name))} cannot be read: {e.Message}");
        }
    }
}
