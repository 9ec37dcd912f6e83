using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerSuccess;

/// <summary>Writes documents as people would: indented, pairs in one line, characters as they are, defaults left out.</summary>
internal static class DocumentWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string kind, Action<Utf8JsonWriter> properties)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            properties(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>A number, unless it is the usual one.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value, double? usual = null)
    {
        if (value is { } number && number != usual)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    public static void Span(this Utf8JsonWriter json, string name, TimeSpan? value)
    {
        if (value is { } span)
        {
            json.WriteString(name, DocumentSpan.Write(span));
        }
    }

    /// <summary>A word, unless it is the usual one.</summary>
    public static void Word<TEnum>(this Utf8JsonWriter json, string name, TEnum value, TEnum usual)
        where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, usual))
        {
            json.WriteString(name, DocumentWords.Of(value));
        }
    }

    public static void Object(this Utf8JsonWriter json, string name, Action properties)
    {
        json.WriteStartObject(name);
        properties();
        json.WriteEndObject();
    }

    /// <summary>Numbers in one line.</summary>
    public static void Numbers(this Utf8JsonWriter json, params ReadOnlySpan<double> numbers)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < numbers.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(CanonicalJson.Number(numbers[i]));
        }

        json.WriteRawValue(text.Append(']').ToString());
    }

    /// <summary>A text, a number, or an object of such.</summary>
    public static void Value(this Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object> properties:
                json.WriteStartObject();
                foreach (var (name, each) in properties)
                {
                    json.WritePropertyName(name);
                    json.Value(each);
                }

                json.WriteEndObject();
                break;
            case IEnumerable<object> items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    json.Value(item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} has no form as a document.");
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
