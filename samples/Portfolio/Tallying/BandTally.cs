using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>The customers of one band, counted.</summary>
internal sealed class BandTally
{
    private decimal _charges;

    public long Customers { get; private set; }

    public long Churned { get; private set; }

    /// <summary>What they pay per month, summed in decimal: cents stay cents.</summary>
    public decimal MonthlyCharges => Math.Round(_charges, 2);

    /// <summary>The share that left, or null of nobody.</summary>
    public double? ChurnRate => Customers == 0 ? null : (double)Churned / Customers;

    public void Add(Customer customer)
    {
        Customers++;
        Churned += customer.Churned ? 1 : 0;
        _charges += (decimal)customer.MonthlyCharges;
    }
}
