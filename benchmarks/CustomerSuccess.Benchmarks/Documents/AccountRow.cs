namespace CustomerSuccess.Benchmarks.Documents;

/// <summary>An account as a host knows it.</summary>
internal sealed class AccountRow(double seats, double severeIssues, string plan, double?[] uses)
{
    public const int Features = 30;

    public double Seats => seats;

    public double SevereIssues => severeIssues;

    public string Plan => plan;

    public double? Uses(int feature) => uses[feature];

    public static AccountRow[] Many(int count)
    {
        var numbers = new SeededNumbers(7);
        string[] plans = ["free", "team", "enterprise", "other"];
        return [.. Enumerable.Range(0, count).Select(_ => new AccountRow(
            Math.Ceiling(numbers.Next() * 200),
            Math.Floor(numbers.Next() * 5),
            plans[(int)(numbers.Next() * 4)],
            [.. Enumerable.Range(0, Features).Select(_ => numbers.Next() < 0.05 ? (double?)null : numbers.Next() * 150)]))];
    }
}
