namespace CustomerSuccess.Testing;

/// <summary>Collects the mistakes of tests' documents, each with its place.</summary>
internal sealed class TestMistakes
{
    private readonly List<Diagnostic> _all = [];

    public int Count => _all.Count;

    public void Add(string code, string document, string path, int? line, int? column, string message, string cure) =>
        _all.Add(new(code, path, message, cure) { Document = document, Line = line, Column = column });

    public void Add(string code, string document, TestNode node, string message, string cure) => Add(code, document, node.Path, node.Line, node.Column, message, cure);

    /// <exception cref="ConfigurationException">There are mistakes.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new ConfigurationException(_all.AsReadOnly());
        }
    }
}
