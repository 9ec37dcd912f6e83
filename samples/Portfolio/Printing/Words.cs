using System.Globalization;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>Numbers and notes as people read them, the same in every culture.</summary>
internal static class Words
{
    public const string Association =
        "Association, not prediction: the file is one undated snapshot, so scores and leaving are of the same moment, and tenure ended for those who left.";

    public const string Currency = "in the currency of the file, which it does not name";

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Money(decimal amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 100:0.0} %") : "–";

    public static string Auc(double? auc) => auc is { } a ? a.ToString("0.000", CultureInfo.InvariantCulture) : "none";
}
