using System.Globalization;

namespace CustomerSuccess.Portfolio.Writing;

/// <summary>Writes records as CSV: commas, line feeds, quotes only where a field needs them. The same in every culture.</summary>
internal static class CsvText
{
    public static void Write(TextWriter output, IReadOnlyList<string?> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                output.Write(',');
            Write(output, fields[i]);
        }

        output.Write('\n');
    }

    /// <summary>A day alone where it is midnight UTC, otherwise an instant to the second.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.TimeOfDay == TimeSpan.Zero
        ? instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? instant) => instant is { } at ? Of(at) : null;

    public static string? Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Write(TextWriter output, string? field)
    {
        if (field is null)
            return;
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0 && field.Trim().Length == field.Length)
            output.Write(field);
        else
            output.Write($"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
