namespace CustomerSuccess.Portfolio.Reading;

/// <summary>One customer as the product knows it: the host's own row type, which the library never sees the inside of.</summary>
internal sealed class Customer
{
    public required string Id { get; init; }

    /// <summary>Whether the customer left. No scorecard reads it: it is what the scores are compared with.</summary>
    public required bool Churned { get; init; }

    /// <summary>Months since the contract began.</summary>
    public required double Tenure { get; init; }

    public required string Contract { get; init; }

    public required string TechSupport { get; init; }

    public required string OnlineSecurity { get; init; }

    public required string PaymentMethod { get; init; }

    /// <summary>Billed per month, in the currency of the file.</summary>
    public required double MonthlyCharges { get; init; }

    /// <summary>Billed since the contract began; null where the file does not say (nobody was billed yet, or there is no such column).</summary>
    public required double? TotalCharges { get; init; }

    /// <summary>This month's bill against the average so far, in %; null while there is no average.</summary>
    public double? PriceRise => TotalCharges > 0 && Tenure > 0 ? (MonthlyCharges / (TotalCharges / Tenure) - 1) * 100 : null;
}
