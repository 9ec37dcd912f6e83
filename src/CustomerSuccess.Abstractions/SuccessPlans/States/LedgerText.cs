using System.Globalization;
using System.Text;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Says a ledger in words.</summary>
internal static class LedgerText
{
    public static string Of(PlanLedger ledger)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{ledger.Milestone}: due day {ledger.DueDay}, {(ledger.IsProjected ? "projected for" : "reached on")} day {ledger.ReachedDay}, {(ledger.Delay == 0 ? "no delay" : Days(ledger.Delay, "late"))}");
        if (ledger.FirstFailure is { } first)
        {
            text.Append(CultureInfo.InvariantCulture, $"; first failure: {first.Item} ({Word(first.ChargedTo)})");
        }

        var width = ledger.Lines.Max(l => l.Item.Length);
        foreach (var line in ledger.Lines)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {line.Item.PadRight(width)}  ready {line.ReadyDay,3}  {(line.IsOpen ? "open, " : "")}{(line.IsOpen ? "expected" : "done")} {line.DoneDay,3}  planned {line.PlannedDuration,3}  {Signed(line.Deviation),4}  ");
            text.Append(line.Charge == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{line.Charge} {Word(line.ChargedTo)}"));
        }

        if (ledger.IsPlanInsufficient)
        {
            text.AppendLine().Append("  plan insufficient: everything that was owed was kept, and it has not come");
        }

        if (ledger.AsDisputed is { } disputed)
        {
            text.AppendLine().Append("  if the disputes are right: ").Append(string.Join(", ", Charges(disputed).DefaultIfEmpty("no delay")));
        }

        return text.ToString();
    }

    public static string Word(ChargedTo one) => one switch
    {
        ChargedTo.Customer => "customer",
        ChargedTo.Vendor => "vendor",
        ChargedTo.Excused => "excused",
        _ => "plan or evidence",
    };

    private static IEnumerable<string> Charges(PlanLedger ledger) => ledger.Lines.Where(l => l.Charge > 0)
        .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Item} {l.Charge} ({Word(l.ChargedTo)})"));

    private static string Days(int days, string what) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")} {what}");

    private static string Signed(int days) => days.ToString("+0;-0;0", CultureInfo.InvariantCulture);
}
