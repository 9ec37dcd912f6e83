namespace CustomerSuccess.Expressions;

/// <summary>The mistakes that were found in one expression, each place and code once, at most so many.</summary>
internal sealed class MistakeList(CelSource source)
{
    private const int Most = 50;

    private readonly List<CelDiagnostic> _found = [];

    public CelSource Source => source;

    public bool Any => _found.Count > 0;

    public bool IsFull => _found.Count >= Most;

    public IReadOnlyList<CelDiagnostic> All => _found.Count == 0 ? [] : Array.AsReadOnly([.. _found.OrderBy(d => d.Start).ThenBy(d => d.End)]);

    public void Add(string code, string message, string cure, int start, int end)
    {
        if (!IsFull && !_found.Exists(d => d.Start == start && d.Code == code))
        {
            _found.Add(new(code, message, cure, source, start, end));
        }
    }

    public void Add(string code, string message, string cure, CelNode at) => Add(code, message, cure, at.Start, at.End);
}
