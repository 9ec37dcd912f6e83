using System.Text;
using System.Text.Json;

namespace CustomerSuccess;

/// <summary>Reads the JSON of a document with the places of its parts. Comments and trailing commas may stand in it.</summary>
internal sealed class DocumentParser
{
    private const int Deepest = 64;
    private const double LargestWhole = 9007199254740992;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest };

    private readonly DocumentSource _source;
    private readonly DocumentCheck _check;

    private DocumentParser(DocumentSource source, DocumentCheck check) => (_source, _check) = (source, check);

    /// <summary>The value at the top; null where the text is no JSON, which is then found.</summary>
    public static DocumentNode? Parse(ConfigurationDocument document, DocumentCheck check)
    {
        byte[] utf8;
        try
        {
            utf8 = Strict.GetBytes(document.Text);
        }
        catch (EncoderFallbackException e)
        {
            check.Add("DO001", new DocumentSource(document, [], check.NextOrder()), 0, $"The text holds half of a character at place {e.Index}.", "Write whole characters.");
            return null;
        }

        var source = new DocumentSource(document, utf8, check.NextOrder());
        return new DocumentParser(source, check).Read();
    }

    private DocumentNode? Read()
    {
        var reader = new Utf8JsonReader(_source.Utf8.Span, Options);
        try
        {
            reader.Read();
            var top = Value(ref reader, null, null, 0, 0);
            reader.Read();
            return top;
        }
        catch (JsonException e)
        {
            _check.Add("DO001", _source, (int)reader.BytesConsumed, $"This is no JSON: {Reason(e)}", "Correct it there: a quote, a comma or a bracket is missing or too much.");
            return null;
        }
        catch (InvalidOperationException)
        {
            _check.Add("DO001", _source, (int)reader.TokenStartIndex, $"The text holds half of a character.", "Write whole characters; an escape such as \\ud83d needs its second half.");
            return null;
        }
    }

    private DocumentNode Value(ref Utf8JsonReader reader, DocumentNode? parent, string? name, int nameOffset, int index)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, new(_source, parent, DocumentKind.Object, offset) { Name = name, NameOffset = nameOffset, Index = index });
            case JsonTokenType.StartArray:
                var list = new DocumentNode(_source, parent, DocumentKind.List, offset) { Name = name, NameOffset = nameOffset, Index = index };
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    list.Add(Value(ref reader, list, null, 0, i));
                }

                return list;
            case JsonTokenType.String:
                return new(_source, parent, DocumentKind.Text, offset) { Name = name, NameOffset = nameOffset, Index = index, Text = reader.GetString()! };
            case JsonTokenType.Number:
                var number = new DocumentNode(_source, parent, DocumentKind.Number, offset) { Name = name, NameOffset = nameOffset, Index = index, Number = reader.TryGetDouble(out var value) ? value : double.PositiveInfinity };
                Exact(ref reader, number);
                return number;
            case JsonTokenType.True or JsonTokenType.False:
                return new(_source, parent, DocumentKind.Flag, offset) { Name = name, NameOffset = nameOffset, Index = index, Flag = reader.TokenType == JsonTokenType.True };
            default:
                return new(_source, parent, DocumentKind.Null, offset) { Name = name, NameOffset = nameOffset, Index = index };
        }
    }

    private DocumentNode Object(ref Utf8JsonReader reader, DocumentNode made)
    {
        // Many properties under one hand are names of the host's: they are told apart by a set.
        HashSet<string>? names = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, at) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            var part = Value(ref reader, made, name, at, 0);
            names = made.Parts.Count == 8 ? [.. made.Parts.Select(p => p.Name!)] : names;
            if (names?.Add(name) == false || (names is null && made.Find(name) is not null))
            {
                _check.Add("DO005", _source, at, part.Path, $"'{name}' is written twice.", "Write it once.");
                continue;
            }

            made.Add(part);
        }

        return made;
    }

    // What a double cannot hold would be another number, silently.
    private void Exact(ref Utf8JsonReader reader, DocumentNode number)
    {
        if (!double.IsFinite(number.Number) || (Math.Abs(number.Number) >= LargestWhole && !reader.ValueSpan.ContainsAny((byte)'.', (byte)'e', (byte)'E')))
        {
            _check.Add("DO004", number, $"{Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(40, reader.ValueSpan.Length)])} is too large to be held exactly.", "Use a smaller number.");
        }
    }

    // The reader ends its reasons with the place, which is said already.
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
