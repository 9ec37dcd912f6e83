using System.Text;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>Opens a file as text, with a message for each way that fails.</summary>
internal static class TextFile
{
    // Small enough for an array of characters that the collector moves.
    private const int BufferSize = 1 << 14;

    public static TextReader Open(string path)
    {
        if (Directory.Exists(path))
            throw InputException.At(path, null, null, "this is a folder. Name a CSV file.");
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
            return new SourceText(new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, BufferSize), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw InputException.At(path, null, null, "there is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw InputException.At(path, null, null, "no permission to read this file.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw InputException.At(path, null, null, $"this cannot be opened: {Quoted.Clean(e.Message)}");
        }
    }
}
