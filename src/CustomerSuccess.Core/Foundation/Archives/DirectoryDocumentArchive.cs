using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CustomerSuccess;

/// <summary>
/// Configurations as files of a directory, one an activation, named by instant and hash. A file is written whole under another
/// name and then moved; none is ever changed. Several processes may add at once.
/// </summary>
public sealed class DirectoryDocumentArchive : IDocumentArchive
{
    private const string Extension = ".archive.json";

    private readonly string _directory;

    /// <summary>Opens an archive.</summary>
    /// <param name="directory">The directory; made where it is not there. Not the one that configurations are loaded from.</param>
    public DirectoryDocumentArchive(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = directory;
    }

    /// <inheritdoc />
    public async ValueTask AddAsync(ArchivedConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Directory.CreateDirectory(_directory);
        var name = $"{configuration.ActivatedAt.ToUniversalTime().ToString("yyyyMMdd'T'HHmmssfffffff'Z'", CultureInfo.InvariantCulture)}-{configuration.Hash}{Extension}";
        var path = Path.Combine(_directory, name);
        if (File.Exists(path))
        {
            return;
        }

        var unfinished = Path.Combine(_directory, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            await File.WriteAllBytesAsync(unfinished, ArchiveJson.Write(configuration), cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process has added the same.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">A file of the archive is none.</exception>
    public async IAsyncEnumerable<ArchivedConfiguration> FindAsync(string hash, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        if (!Directory.Exists(_directory))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(_directory, $"*{Extension}").Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            ArchivedConfiguration configuration;
            try
            {
                configuration = ArchiveJson.Read(bytes);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new InvalidDataException($"'{Path.GetFileName(path)}' is no archived configuration: {e.Message} Restore it, or move it away.", e);
            }

            if (configuration.Holds(hash))
            {
                yield return configuration;
            }
        }
    }
}

/// <summary>An archived configuration as JSON.</summary>
file static class ArchiveJson
{
    public static byte[] Write(ArchivedConfiguration configuration)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("hash", configuration.Hash);
            json.WriteString("activatedAt", configuration.ActivatedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("contents");
            foreach (var (hash, what) in configuration.Contents.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                json.WriteString(hash, what);
            }

            json.WriteEndObject();
            json.WriteStartArray("documents");
            foreach (var document in configuration.Documents)
            {
                json.WriteStartObject();
                json.WriteString("name", document.Name);
                json.WriteString("text", document.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static ArchivedConfiguration Read(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        return new()
        {
            Hash = root.GetProperty("hash").GetString()!,
            ActivatedAt = DateTimeOffset.Parse(root.GetProperty("activatedAt").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Contents = root.GetProperty("contents").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal).AsReadOnly(),
            Documents = Array.AsReadOnly([.. root.GetProperty("documents").EnumerateArray().Select(d => new ConfigurationDocument(d.GetProperty("name").GetString()!, d.GetProperty("text").GetString()!))]),
        };
    }
}
