using System.Security.Cryptography;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What the command writes for 200 accounts, written once for all tests that read it.</summary>
public sealed class SimulatedFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SimulatedFiles() => Run = PortfolioRun.With("simulate", "--out", _folder.Path, "--accounts", "200", "--json");

    public string Folder => _folder.Path;

    internal PortfolioRun Run { get; }

    public string At(string file) => _folder.At(file);

    public string HashOf(string file)
    {
        using var stream = File.OpenRead(At(file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public void Dispose() => _folder.Dispose();
}
