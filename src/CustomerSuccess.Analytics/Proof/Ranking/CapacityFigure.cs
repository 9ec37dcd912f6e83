namespace CustomerSuccess.Proof;

/// <summary>What touching the riskiest customers, as many as one can, would have reached. Equal scores at the edge share evenly. Immutable.</summary>
public sealed class CapacityFigure
{
    internal CapacityFigure(double customers, double churned, int allCustomers, int allChurned, double confidence)
    {
        Customers = customers;
        Churned = churned;
        Precision = ProportionInterval.Wilson(Math.Min(churned, customers), customers, confidence);
        Capture = allChurned == 0 ? null : churned / allChurned;
        Lift = allChurned == 0 ? null : Precision.Estimate * allCustomers / allChurned;
    }

    /// <summary>How many are touched: the capacity, or all where there are fewer.</summary>
    public double Customers { get; }

    /// <summary>How many of them left, as expected over all orders of equal scores.</summary>
    public double Churned { get; }

    /// <summary>The share of those touched that left, with Wilson's interval.</summary>
    public ProportionInterval Precision { get; }

    /// <summary>The share of all who left that was touched; null where nobody left.</summary>
    public double? Capture { get; }

    /// <summary>The share of those touched that left ÷ the share of all; null where nobody left.</summary>
    public double? Lift { get; }

    internal static CapacityFigure? Of(TieGroups groups, Capacity? capacity, double confidence)
    {
        if (capacity is null || groups.Customers == 0)
        {
            return null;
        }

        var touched = capacity.Of(groups.Customers);
        var gone = new CaptureCurve(groups).At([touched])[0];
        return new(touched, gone, groups.Customers, groups.ChurnedCustomers, confidence);
    }
}
