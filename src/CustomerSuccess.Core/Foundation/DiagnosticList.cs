using System.Globalization;

namespace CustomerSuccess;

/// <summary>Collects the mistakes of a configuration. Texts are in the invariant culture.</summary>
internal sealed class DiagnosticList
{
    private readonly List<Diagnostic> _all = [];

    public int Count => _all.Count;

    public IReadOnlyList<Diagnostic> All => _all;

    public void Add(string code, string path, FormattableString message, string cure) =>
        _all.Add(new Diagnostic(code, path, message.ToString(CultureInfo.InvariantCulture), cure));

    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new ConfigurationException(_all.AsReadOnly());
        }
    }
}
