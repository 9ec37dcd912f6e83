namespace CustomerSuccess.Proof;

/// <summary>
/// A tenth of the customers, riskiest tenth first. Each holds exactly a tenth of them, not always a whole number; customers
/// with equal scores at its edge are shared out evenly. Immutable.
/// </summary>
public sealed class Decile
{
    internal Decile(int number, double customers, double churned, double churnedUpToHere, int allCustomers, int allChurned)
    {
        Number = number;
        Customers = customers;
        Churned = churned;
        var baseRate = (double)allChurned / allCustomers;
        if (allChurned > 0)
        {
            Lift = Rate / baseRate;
            Capture = churned / allChurned;
            CumulativeCapture = churnedUpToHere / allChurned;
            CumulativeLift = CumulativeCapture / (number / 10d);
        }
    }

    /// <summary>1 for the riskiest tenth to 10 for the safest.</summary>
    public int Number { get; }

    /// <summary>The customers in it: a tenth of all.</summary>
    public double Customers { get; }

    /// <summary>How many of them left, as expected over all orders of equal scores.</summary>
    public double Churned { get; }

    /// <summary>The share of them that left, 0 to 1.</summary>
    public double Rate => Churned / Customers;

    /// <summary>That share ÷ the share of all who left; null where nobody did.</summary>
    public double? Lift { get; }

    /// <summary>The share of all who left that is in this tenth; null where nobody did.</summary>
    public double? Capture { get; }

    /// <summary>The share of all who left that is in this tenth or a riskier one; null where nobody did.</summary>
    public double? CumulativeCapture { get; }

    /// <summary>The lift of this tenth and the riskier ones together; null where nobody left.</summary>
    public double? CumulativeLift { get; }

    internal static Decile[] Table(TieGroups groups)
    {
        if (groups.Customers == 0)
        {
            return [];
        }

        var ends = new double[10];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = (i + 1) * (double)groups.Customers / 10;
        }

        var gone = new CaptureCurve(groups).At(ends);
        var table = new Decile[10];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = new(i + 1, groups.Customers / 10d, gone[i] - (i == 0 ? 0 : gone[i - 1]), gone[i], groups.Customers, groups.ChurnedCustomers);
        }

        return table;
    }
}
