using System.Globalization;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>Numbers and notes as people read them, the same in every culture.</summary>
internal static class Words
{
    public const string Association =
        "Association, not prediction: the file is one undated snapshot, so scores and leaving are of the same moment, and tenure ended for those who left.";

    public const string Simulated =
        "These customers are simulated: what is found was put there, and says nothing about real ones.";

    public const string Currency = "in the currency of the file, which it does not name";

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Money(decimal amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 100:0.0} %") : "–";

    public static string Auc(double? auc) => auc is { } a ? a.ToString("0.000", CultureInfo.InvariantCulture) : "none";

    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share as so many of a hundred.</summary>
    public static string Hundredth(double? share) => share is { } s ? (s * 100).ToString("0.0", CultureInfo.InvariantCulture) : "–";
}
