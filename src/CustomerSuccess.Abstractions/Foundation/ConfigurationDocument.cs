using System.Text;

namespace CustomerSuccess;

/// <summary>A document of a configuration as it was written: a name for messages, and JSON text. Immutable.</summary>
public sealed record ConfigurationDocument
{
    /// <summary>The largest file that is read as a document, in bytes: 16 MiB.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Creates a document.</summary>
    /// <param name="name">Its name in messages, for instance <c>scorecards/default.json</c>. Not empty.</param>
    /// <param name="text">JSON; comments and trailing commas may stand in it.</param>
    public ConfigurationDocument(string name, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        (Name, Text) = (name, text);
    }

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    /// <summary>The JSON text.</summary>
    public string Text { get; }

    /// <summary>Reads a file in UTF-8, with or without byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in messages; the file's unless stated.</param>
    /// <exception cref="IOException">It cannot be read, or is larger than <see cref="LargestFile"/>.</exception>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public static ConfigurationDocument FromFile(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > LargestFile)
        {
            throw new IOException($"'{name ?? path}' has {file.Length} bytes; a document has at most {LargestFile}. Split it.");
        }

        using var bytes = new MemoryStream((int)file.Length);
        file.CopyTo(bytes);
        try
        {
            var text = Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            return new(name ?? Path.GetFileName(path), text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"'{name ?? path}' is not UTF-8 at byte {e.Index}. Save it as UTF-8.", e);
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
