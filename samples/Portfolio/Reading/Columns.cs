namespace CustomerSuccess.Portfolio.Reading;

/// <summary>Where the columns stand that the program reads.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _ordinals;
    private readonly string[] _names;

    private Columns(Dictionary<string, int> ordinals, string[] names) => (_ordinals, _names) = (ordinals, names);

    /// <summary>The place of a column, or −1 where an optional one is absent.</summary>
    public int Find(string name) => _ordinals.GetValueOrDefault(name, -1);

    /// <summary>Refuses a record that has not as many fields as the header.</summary>
    public void Check(CsvRecords records)
    {
        var count = records.FieldCount;
        if (count == _names.Length)
            return;
        throw records.Mistake(
            count < _names.Length ? _names[count] : null,
            FormattableString.Invariant($"this line has {count} fields and the header {_names.Length}. ")
            + (count < _names.Length ? "Is it cut off?" : "Does a text with a comma lack its quotes?"));
    }

    /// <summary>Reads the header, and says everything that is wrong with it at once.</summary>
    public static Columns Read(CsvRecords records, TableShape shape)
    {
        if (!records.Next())
            throw records.Mistake($"the file is empty. A header and one line per {shape.Row} belong here.");
        var names = new string[records.FieldCount];
        for (var i = 0; i < names.Length; i++)
            names[i] = records.Field(i).ToString();
        records.Names = names;

        var mistakes = Missing(names, shape).Concat(Repeated(names, shape)).ToList();
        if (mistakes.Count > 0)
            throw records.Mistake(null, string.Join("; ", mistakes) + "." + OneColumn(names) + Mixup(names, shape));
        return new(shape.All.Where(names.Contains).ToDictionary(n => n, n => Array.IndexOf(names, n)), names);
    }

    private static IEnumerable<string> Missing(string[] names, TableShape shape) =>
        from column in shape.Required
        where !names.Contains(column)
        let near = Nearest.Find(column, names.Except(shape.Required))
        select $"there is no column '{column}'" + (near is null ? "" : $" (did you mean it by {Quoted.Text(near)}?)");

    // Of two columns by one name nobody can say which is meant. Where the program reads neither, it does not matter.
    private static IEnumerable<string> Repeated(string[] names, TableShape shape) =>
        from column in shape.All
        let times = names.Count(n => n == column)
        where times > 1
        select FormattableString.Invariant($"the column '{column}' is there {times} times");

    private static string OneColumn(string[] names) => names.Length == 1 ? " Commas separate the fields." : "";

    private static string Mixup(string[] names, TableShape shape) =>
        shape.Mixup is { } other && other.Columns.All(names.Contains) ? $" {other.Words}" : "";
}
