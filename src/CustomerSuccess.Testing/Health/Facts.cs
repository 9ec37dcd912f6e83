namespace CustomerSuccess.Testing;

/// <summary>Begins facts written by hand: <c>Facts.With("logins", 12).Unknown("nps")</c>.</summary>
public static class Facts
{
    /// <summary>No facts: every name reads as not declared.</summary>
    public static WrittenFacts None { get; } = new(new SortedDictionary<string, FactValue>(StringComparer.Ordinal));

    /// <inheritdoc cref="WrittenFacts.With(string, double, TimeSpan?)" />
    public static WrittenFacts With(string name, double value, TimeSpan? age = null) => None.With(name, value, age);

    /// <inheritdoc cref="WrittenFacts.With(string, bool, TimeSpan?)" />
    public static WrittenFacts With(string name, bool value, TimeSpan? age = null) => None.With(name, value, age);

    /// <inheritdoc cref="WrittenFacts.With(string, string, TimeSpan?)" />
    public static WrittenFacts With(string name, string value, TimeSpan? age = null) => None.With(name, value, age);

    /// <inheritdoc cref="WrittenFacts.Unknown" />
    public static WrittenFacts Unknown(string name, UnknownKind kind = UnknownKind.NotGiven, string? detail = null) => None.Unknown(name, kind, detail);
}
