using System.Text;

namespace CustomerSuccess.Portfolio.Writing;

/// <summary>
/// Files that appear in a folder all at the end, or not at all: each is written beside its place and moved there once all are
/// whole. What stands there already stays, unless it is to be replaced.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Suffix = ".partial";
    private const int BufferSize = 1 << 16;

    private readonly string _path;
    private readonly Dictionary<string, StreamWriter> _writers = new(StringComparer.Ordinal);

    /// <param name="path">The folder; it is made where there is none.</param>
    /// <param name="files">The names of the files.</param>
    /// <param name="replace">Whether files that are there are replaced. Empty ones are, always.</param>
    public OutputFolder(string path, IReadOnlyList<string> files, bool replace)
    {
        _path = path;
        if (File.Exists(path))
            throw InputException.At(path, null, null, "this is a file. Name a folder.");
        try
        {
            Guarded(path, () => Directory.CreateDirectory(path));
            Refuse(files, replace);
            foreach (var file in files)
                Guarded(At(file), () => _writers.Add(file, Open(At(file) + Suffix)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where a file is written to.</summary>
    public TextWriter this[string file] => _writers[file];

    /// <summary>Puts all files in their places.</summary>
    public void Finish()
    {
        foreach (var writer in _writers.Values)
            writer.Dispose();
        foreach (var file in _writers.Keys.ToList())
        {
            Guarded(At(file), () => File.Move(At(file) + Suffix, At(file), overwrite: true));
            _writers.Remove(file);
        }
    }

    /// <summary>Removes what was not put in its place.</summary>
    public void Dispose()
    {
        foreach (var (file, writer) in _writers)
        {
            try
            {
                writer.Dispose();
            }
            catch (IOException)
            {
                // The disk is full: that is said already.
            }

            try
            {
                File.Delete(At(file) + Suffix);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What cannot be removed has a name that says what it is.
            }
        }

        _writers.Clear();
    }

    private static StreamWriter Open(string path) =>
        new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };

    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (UnauthorizedAccessException)
        {
            throw InputException.At(path, null, null, "no permission to write here.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw InputException.At(path, null, null, $"this cannot be written: {Quoted.Clean(e.Message)}");
        }
    }

    private void Refuse(IReadOnlyList<string> files, bool replace)
    {
        if (files.FirstOrDefault(f => Directory.Exists(At(f))) is { } folder)
            throw InputException.At(At(folder), null, null, "this is a folder, where a file is to be written.");
        string[] there = [.. files.Where(f => new FileInfo(At(f)) is { Exists: true, Length: > 0 })];
        if (there.Length > 0 && !replace)
            throw InputException.At(_path, null, null, $"{string.Join(", ", there)} {(there.Length == 1 ? "is" : "are")} there already. Name another folder, or replace with --force.");
    }

    private string At(string file) => Path.Combine(_path, file);
}
