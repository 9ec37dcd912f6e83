using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>Reads something of a customer's facts for expressions.</summary>
/// <param name="name">What is read.</param>
/// <param name="signed">What tells it apart from everything else under that name.</param>
/// <param name="read">Reads it.</param>
/// <param name="until">When it may next be another, if nothing new is recorded; null for never.</param>
internal sealed class FactsReader(string name, string signed, Func<CustomerFacts, CelValue> read, Func<CustomerFacts, DateTimeOffset?> until) : CelReader<CustomerFacts>(name), ISignedReader
{
    private CelGrowth _growth;

    public string Signed { get; } = $"{name}={signed}";

    public bool IsReproducible { get; init; } = true;

    public object? Source { get; init; }

    /// <summary>Whether it grows with time until it changes.</summary>
    public bool Grows { init => _growth = value ? CelGrowth.Grows : CelGrowth.None; }

    /// <summary>Whether it cannot be foreseen when it changes.</summary>
    public bool IsOpaque { init => _growth = value ? CelGrowth.Opaque : _growth; }

    public override CelGrowth Growth => _growth;

    public override CelValue Read(CustomerFacts row) => read(row);

    public override DateTimeOffset? Until(CustomerFacts row) => until(row);
}
