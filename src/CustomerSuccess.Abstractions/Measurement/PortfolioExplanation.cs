using System.Globalization;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>The text of a portfolio's vector. Invariant culture.</summary>
internal static class PortfolioExplanation
{
    private const int MostListed = 20;

    public static string Headline(PortfolioVector vector) => vector.Reason is { } reason
        ? $"{SuccessMovement.Word(vector.Direction)}: {reason}"
        : $"{SuccessMovement.Word(vector.Direction)}: {SuccessMovement.Text(vector.Lower!.Value, vector.Upper!.Value, vector.Magnitude is not null, vector.Options.Cut)} in {SuccessMovement.Days(vector.Options.Window)}, {Percent(vector.Coverage)} of revenue has a plan";

    public static string Of(PortfolioVector vector)
    {
        var (lower, upper) = (Printed(vector, l => l.Lower, vector.Lower), Printed(vector, l => l.Upper, vector.Upper));
        return string.Join('\n', [
            Headline(vector),
            .. TextColumns.Of([.. vector.Lines.Select((l, i) => Row(l, lower[i], upper[i]))], 1, 2, 4),
            .. Listed("no plan", vector.WithoutPlan),
            .. Listed("revenue not known", vector.UnknownRevenue),
            .. Listed("not a customer then", vector.LeftOut)]);
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((share + 1e-12) * 1000) / 10:0.#} %");

    // What is printed of the lines adds up to what is printed of the whole.
    private static decimal[] Printed(PortfolioVector vector, Func<PortfolioLine, double> part, double? whole) =>
        LargestRemainder.Round([.. vector.Lines.Select(l => (decimal)part(l))], whole is { } total ? SuccessMovement.Printed(total, vector.Options.Cut) : 0, 1);

    private static string[] Row(PortfolioLine line, decimal lower, decimal upper) =>
    [
        line.CustomerId,
        line.Revenue.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round((decimal)line.Share * 100, 1, MidpointRounding.AwayFromZero):0.#} %"),
        line.IsLost ? $"from {line.Vector.Before}, lost" : $"from {line.Vector.Before} to {line.Vector.Now}",
        line.Contribution is null ? $"{Signed(lower)} to {Signed(upper)}" : Signed(lower),
    ];

    private static string Signed(decimal points) => points.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Listed(string what, IReadOnlyList<string> customers)
    {
        if (customers.Count > 0)
        {
            yield return $"{what}: {string.Join(", ", customers.Take(MostListed))}{(customers.Count > MostListed ? string.Create(CultureInfo.InvariantCulture, $" and {customers.Count - MostListed} more") : "")}";
        }
    }
}
