using System.Text;
using System.Text.Json;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>Writes one JSON object, with line feeds on every platform.</summary>
internal static class JsonText
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            write(json);
        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    /// <summary>A number of at most nine decimals, or null.</summary>
    public static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, Math.Round(known, 9));
        else
            json.WriteNull(name);
    }
}
