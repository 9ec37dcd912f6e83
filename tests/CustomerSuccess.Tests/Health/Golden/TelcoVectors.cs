using System.Globalization;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>Two scorecards over 7,043 real customers; sums, bands and order were computed elsewhere, with R.</summary>
[Requirement("HLT-21")]
public sealed class TelcoVectors
{
    private static readonly string File = Repository.PathOf("samples", "Portfolio", "data", "telco.csv");

    private static readonly Scorecard<Customer> Additive = Scorecard.For<Customer>("score_a")
        .AdditivePoints()
        .Measure("tenure", c => c.Tenure, m => m.Unit("months").MoreIsBetter().Steps(0, (6, 6), (12, 12), (24, 20), (48, 30)))
        .Category("contract", c => c.Contract, m => m.Points(("Month-to-month", 0), ("One year", 15), ("Two year", 25)))
        .Category("tech support", c => c.TechSupport, m => m.Points(("Yes", 10), ("No internet service", 8), ("No", 0)))
        .Category("online security", c => c.OnlineSecurity, m => m.Points(("Yes", 10), ("No internet service", 8), ("No", 0)))
        .Category("payment", c => c.Payment, m => m.Points(("Bank transfer (automatic)", 10), ("Credit card (automatic)", 10), ("Mailed check", 6), ("Electronic check", 0)))
        .Measure("monthly charges", c => c.MonthlyCharges, m => m.LessIsBetter().Ranges((Interval.LessThan(30), 15), (Interval.ClosedOpen(30, 70), 8), (Interval.AtLeast(70), 0)))
        .Bands(yellow: 40, green: 70)
        .Build();

    private static readonly Scorecard<Customer> Weighted = Scorecard.For<Customer>("score_b")
        .Measure("tenure", c => c.Tenure, m => m.MoreIsBetter().Linear(0, 72).Weight(0.5))
        .Measure("monthly charges", c => c.MonthlyCharges, m => m.LessIsBetter().Linear(118.75, 18.25).Weight(0.2))
        .Category("contract", c => c.Contract, m => m.Points(("Month-to-month", 0), ("One year", 50), ("Two year", 100)).Weight(0.3))
        .Build();

    [SkippableFact]
    public void Additive_points_have_the_sum_and_the_bands_that_R_computed()
    {
        var customers = Customers();
        var scores = Additive.ScoreAll(customers, Instants.AsOf).ToArray();

        Assert.Equal(327357, scores.Sum(s => s.Value!.Value), 1e-6);
        Assert.Equal(
            [("Red", 3096, 1527), ("Yellow", 2099, 291), ("Green", 1848, 51)],
            Additive.Bands.Bands.Select(b => (b.Name, scores.Count(s => s.Band == b), scores.Zip(customers).Count(p => p.First.Band == b && p.Second.Churned))));
        Assert.Equal(0.833610524946418, Auc(scores, customers), 1e-9);
    }

    [SkippableFact]
    public void A_weighted_mean_has_the_sum_and_the_order_that_R_computed()
    {
        var customers = Customers();
        var scores = Weighted.ScoreAll(customers, Instants.AsOf).ToArray();

        Assert.Equal(306940.970978416, scores.Sum(s => s.Value!.Value), 1e-6);
        Assert.Equal(3.938225539, scores.Min(s => s.Value!.Value), 1e-9);
        Assert.Equal(99.791044776, scores.Max(s => s.Value!.Value), 1e-9);
        Assert.Equal(0.81387056284013, Auc(scores, customers), 1e-9);
    }

    // How often one who left was less healthy than one who stayed; scores equal within 1e-9 count one half.
    private static double Auc(HealthScore[] scores, Customer[] customers)
    {
        var (left, stayed, before) = (0d, 0L, 0L);
        long churned = customers.Count(c => c.Churned);
        foreach (var tie in scores.Zip(customers, (s, c) => (Score: Math.Round(s.Value!.Value, 9), c.Churned)).GroupBy(p => p.Score).OrderBy(g => g.Key))
        {
            var (leavers, stayers) = ((long)tie.Count(p => p.Churned), (long)tie.Count(p => !p.Churned));
            left += stayers * (before + (leavers / 2d));
            before += leavers;
            stayed += stayers;
        }

        return left / (churned * stayed);
    }

    private static Customer[] Customers()
    {
        Skip.IfNot(System.IO.File.Exists(File), "The sample's data is not here.");
        var lines = System.IO.File.ReadAllLines(File);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(f => new Customer(
            double.Parse(Field(f, "tenure"), CultureInfo.InvariantCulture),
            Field(f, "contract"),
            Field(f, "tech_support"),
            Field(f, "online_security"),
            Field(f, "payment_method"),
            double.Parse(Field(f, "monthly_charges"), CultureInfo.InvariantCulture),
            Field(f, "churn") == "Yes"))];

        string Field(string[] fields, string name) => fields[Array.IndexOf(header, name)];
    }

    private sealed record Customer(double Tenure, string Contract, string TechSupport, string OnlineSecurity, string Payment, double MonthlyCharges, bool Churned);
}
