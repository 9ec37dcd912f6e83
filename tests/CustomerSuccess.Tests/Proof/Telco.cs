using System.Globalization;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>7,043 real customers with two scores computed here by hand, for comparison with R.</summary>
internal static class Telco
{
    private static readonly Lazy<(double[] A, double[] B, bool[] Churned, string[] Contract)> Data = new(Read);

    /// <summary>Whole points: tenure, contract, two services, payment, charges.</summary>
    public static double[] ScoreA => Data.Value.A;

    /// <summary>0.5 tenure + 0.2 charges + 0.3 contract.</summary>
    public static double[] ScoreB => Data.Value.B;

    public static bool[] Churned => Data.Value.Churned;

    public static string[] Contract => Data.Value.Contract;

    private static (double[] A, double[] B, bool[] Churned, string[] Contract) Read()
    {
        var lines = File.ReadAllLines(Repository.PathOf("samples", "Portfolio", "data", "telco.csv"));
        var header = lines[0].Split(',');
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split(','))];
        return (
            [.. rows.Select(r => A(c => r[Array.IndexOf(header, c)]))],
            [.. rows.Select(r => B(c => r[Array.IndexOf(header, c)]))],
            [.. rows.Select(r => r[Array.IndexOf(header, "churn")] == "Yes")],
            [.. rows.Select(r => r[Array.IndexOf(header, "contract")])]);
    }

    private static double A(Func<string, string> cell)
    {
        var tenure = Number(cell("tenure"));
        var charges = Number(cell("monthly_charges"));
        return (tenure < 6 ? 0 : tenure < 12 ? 6 : tenure < 24 ? 12 : tenure < 48 ? 20 : 30)
            + cell("contract") switch { "Two year" => 25, "One year" => 15, _ => 0 }
            + Service(cell("tech_support"))
            + Service(cell("online_security"))
            + cell("payment_method") switch { "Electronic check" => 0, "Mailed check" => 6, _ => 10 }
            + (charges < 30 ? 15 : charges < 70 ? 8 : 0);
    }

    private static double B(Func<string, string> cell)
    {
        var tenure = 100 * Math.Clamp(Number(cell("tenure")) / 72, 0, 1);
        var charges = 100 * Math.Clamp((118.75 - Number(cell("monthly_charges"))) / 100.5, 0, 1);
        return (0.5 * tenure) + (0.2 * charges) + (0.3 * cell("contract") switch { "Two year" => 100, "One year" => 50, _ => 0 });
    }

    private static int Service(string taken) => taken switch { "Yes" => 10, "No internet service" => 8, _ => 0 };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
