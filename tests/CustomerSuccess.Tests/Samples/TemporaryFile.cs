namespace CustomerSuccess.Tests.Samples;

/// <summary>A path that nobody uses, and that is gone afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(Path);
}
