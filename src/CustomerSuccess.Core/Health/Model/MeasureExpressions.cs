namespace CustomerSuccess.Health;

/// <summary>The expressions from which a measure is read, with what content hashes say of them; null where something else reads.</summary>
internal sealed class MeasureExpressions
{
    /// <summary>The value.</summary>
    public ReaderText? Value { get; set; }

    /// <summary>The second number of a table.</summary>
    public ReaderText? By { get; set; }

    /// <summary>The age of the observation, in days.</summary>
    public ReaderText? Age { get; set; }

    /// <summary>The last value, which is carried forward.</summary>
    public ReaderText? Last { get; set; }

    /// <summary>The second number of a table that belongs to the last value.</summary>
    public ReaderText? LastBy { get; set; }

    /// <summary>The age of the last value, in days.</summary>
    public ReaderText? LastAge { get; set; }
}
