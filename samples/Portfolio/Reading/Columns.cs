namespace CustomerSuccess.Portfolio.Reading;

/// <summary>Where the columns stand that the program reads. Others may be there, in any order, and are not looked at.</summary>
internal sealed class Columns
{
    public static readonly string[] Required =
        ["customer_id", "churn", "tenure", "contract", "tech_support", "online_security", "payment_method", "monthly_charges"];

    public static readonly string[] Optional = ["total_charges"];

    private readonly Dictionary<string, int> _ordinals;

    private Columns(Dictionary<string, int> ordinals, int count) => (_ordinals, Count) = (ordinals, count);

    public int Count { get; }

    /// <summary>The place of a column, or −1 where an optional one is absent.</summary>
    public int Find(string name) => _ordinals.GetValueOrDefault(name, -1);

    /// <summary>Reads the header, and says everything that is wrong with it at once.</summary>
    public static Columns Read(CsvRecords records)
    {
        if (!records.Next())
            throw records.Mistake("the file is empty. A header and one line per customer belong here.");
        var names = new string[records.FieldCount];
        for (var i = 0; i < names.Length; i++)
            names[i] = records.Field(i).ToString();
        records.Names = names;

        var mistakes = Missing(names).Concat(Repeated(names)).ToList();
        if (mistakes.Count > 0)
            throw records.Mistake(null, string.Join("; ", mistakes) + "." + OneColumn(names));
        return new(Required.Concat(Optional).Where(names.Contains).ToDictionary(n => n, n => Array.IndexOf(names, n)), names.Length);
    }

    private static IEnumerable<string> Missing(string[] names) =>
        from column in Required
        where !names.Contains(column)
        let near = Nearest.Find(column, names.Except(Required))
        select $"there is no column '{column}'" + (near is null ? "" : $" (did you mean it by {Quoted.Text(near)}?)");

    // Of two columns by one name nobody can say which is meant. Where the program reads neither, it does not matter.
    private static IEnumerable<string> Repeated(string[] names) =>
        from column in Required.Concat(Optional)
        let times = names.Count(n => n == column)
        where times > 1
        select FormattableString.Invariant($"the column '{column}' is there {times} times");

    private static string OneColumn(string[] names) => names.Length == 1 ? " Commas separate the fields." : "";
}
