using System.Globalization;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>What plans call things, in words for a person and in names for a program.</summary>
internal static class LaunchWords
{
    public static string Of(Pace pace) => pace switch
    {
        Pace.NotStarted => "not started",
        Pace.OnTrack => "on track",
        _ => pace.ToString().ToLowerInvariant(),
    };

    public static string Of(ChargedTo one) => one switch
    {
        ChargedTo.PlanOrEvidence => "plan or evidence",
        _ => one.ToString().ToLowerInvariant(),
    };

    /// <summary>The name as JSON has it: a small letter first.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static string Range(ValueRange range) => range.IsKnown ? $"{Percent(range.Lower)}" : $"{Percent(range.Lower)} to {Percent(range.Upper)}";

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * (decimal)share, MidpointRounding.AwayFromZero):0} %");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");

    /// <summary>Whom the days of a delay are charged to, the most first; a dash for no delay.</summary>
    public static string Charges(PlanLedger ledger)
    {
        var charges = Enum.GetValues<ChargedTo>().Select(one => (One: one, Days: ledger.DaysOf(one))).Where(c => c.Days > 0).OrderByDescending(c => c.Days).ToList();
        return charges.Count == 0 ? "–" : string.Join(", ", charges.Select(c => $"{Of(c.One)} {Number(c.Days)}"));
    }

    public static string Kept(KeptRate kept)
    {
        var all = kept.Kept + kept.KeptLate + kept.Failed;
        var excused = kept.Excused == 0 ? "" : $", {Number(kept.Excused)} excused";
        return all == 0 ? $"nothing was due yet{excused}" : $"{Number(kept.Kept)} of {Number(all)} in time ({Percent(kept.Rate!.Value)}), {Number(kept.KeptLate)} late, {Number(kept.Failed)} failed{excused}";
    }
}
