using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>How many customers a team can touch: a number of customers, or a share of all. Immutable.</summary>
public sealed record Capacity
{
    private Capacity(int? count, double? portion) => (Count, Portion) = (count, portion);

    /// <summary>The number of customers, or null where a share is stated.</summary>
    public int? Count { get; }

    /// <summary>The share of all customers, above 0 and at most 1, or null where a number is stated.</summary>
    public double? Portion { get; }

    /// <summary>So many customers; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Capacity Customers(int count) => count >= 1
        ? new(count, null)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A capacity is at least one customer.");

    /// <summary>A share of all customers, for instance 0.1 for a tenth; above 0 and at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public static Capacity ShareOfAll(double share) => share > 0 && share <= 1
        ? new(null, share)
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A capacity is a share above 0 and at most 1, for instance 0.1.");

    /// <summary>How many of <paramref name="customers"/> that is: never more than there are, and not always a whole number.</summary>
    public double Of(int customers) => Count is { } count ? Math.Min(count, customers) : Portion!.Value * customers;

    /// <summary><c>50 customers</c> or <c>10 % of all</c>.</summary>
    public override string ToString() => Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{count} customer{(count == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{Portion * 100:0.##} % of all");
}
