using System.Globalization;

namespace CustomerSuccess;

/// <summary>Collects the mistakes of a configuration. Texts are in the invariant culture.</summary>
internal sealed class DiagnosticList
{
    private readonly List<Diagnostic> _all = [];
    private readonly Dictionary<Diagnostic, string> _parts = new(ReferenceEqualityComparer.Instance);

    public int Count => _all.Count;

    public IReadOnlyList<Diagnostic> All => _all;

    /// <param name="code">Which mistake.</param>
    /// <param name="path">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cure">What to do about it.</param>
    /// <param name="part">What of that place it is about, as documents name it, where the code does not tell.</param>
    public void Add(string code, string path, FormattableString message, string cure, string? part = null)
    {
        var mistake = new Diagnostic(code, path, message.ToString(CultureInfo.InvariantCulture), cure);
        _all.Add(mistake);
        if (part is not null)
        {
            _parts.Add(mistake, part);
        }
    }

    /// <summary>What of its place a mistake is about; null where the code tells.</summary>
    public string? PartOf(Diagnostic mistake) => _parts.GetValueOrDefault(mistake);

    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new ConfigurationException(_all.AsReadOnly());
        }
    }
}
