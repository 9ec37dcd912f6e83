using System.Text;
using System.Text.Json;

namespace CustomerSuccess.Testing;

/// <summary>Reads JSON with places; comments and commas too many are allowed.</summary>
internal static class TestDocumentParser
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>The top of a document; null where it is no JSON, which is then found.</summary>
    public static TestNode? Parse(ConfigurationDocument document, TestMistakes mistakes)
    {
        var bytes = Encoding.UTF8.GetBytes(document.Text);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var top = Node(ref reader, bytes, null, "$", document.Name, mistakes);
            reader.Read();
            return top;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            mistakes.Add("DO001", document.Name, "$", line + 1, (int)(e.BytePositionInLine ?? 0) + 1, "This is no JSON.", "Correct it at the line and column stated: a quote, a comma or a bracket is missing or too much.");
        }
        catch (InvalidOperationException)
        {
            mistakes.Add("DO001", document.Name, "$", 1, 1, "The text holds half a character.", "Save the document as UTF-8.");
        }

        return null;
    }

    private static TestNode Node(ref Utf8JsonReader reader, byte[] bytes, string? name, string path, string document, TestMistakes mistakes)
    {
        var (line, column) = Place(bytes, (int)reader.TokenStartIndex);
        TestNode Made(TestNodeKind kind, string text = "", double number = 0, bool flag = false) =>
            new() { Name = name, Kind = kind, Path = path, Line = line, Column = column, Text = text, Number = number, Flag = flag };
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var made = Made(TestNodeKind.Object);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var property = reader.GetString()!;
                    reader.Read();
                    var part = Node(ref reader, bytes, property, $"{path}.{property}", document, mistakes);
                    if (made.Find(property) is not null)
                    {
                        mistakes.Add("DO005", document, part, $"'{property}' is written twice.", "Write it once.");
                    }

                    made.Parts.Add(part);
                }

                return made;
            case JsonTokenType.StartArray:
                var list = Made(TestNodeKind.List);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Parts.Add(Node(ref reader, bytes, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{list.Parts.Count}]"), document, mistakes));
                }

                return list;
            case JsonTokenType.String:
                return Made(TestNodeKind.Text, reader.GetString()!);
            case JsonTokenType.Number:
                return Made(TestNodeKind.Number, number: reader.GetDouble());
            case JsonTokenType.True or JsonTokenType.False:
                return Made(TestNodeKind.Flag, flag: reader.TokenType == JsonTokenType.True);
            default:
                return Made(TestNodeKind.Null);
        }
    }

    // Columns count code points: of UTF-8 every byte that does not continue one.
    private static (int Line, int Column) Place(byte[] bytes, int at)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < at; i++)
        {
            (line, column) = bytes[i] == (byte)'\n' ? (line + 1, 1) : (bytes[i] & 0xC0) == 0x80 ? (line, column) : (line, column + 1);
        }

        return (line, column);
    }
}
