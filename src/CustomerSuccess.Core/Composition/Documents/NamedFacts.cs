namespace CustomerSuccess.Composition;

/// <summary>Compiles named expressions.</summary>
internal static class NamedFacts
{
    /// <summary>All of them.</summary>
    /// <exception cref="ConfigurationException">One has mistakes.</exception>
    public static Vocabulary<CustomerFacts> Compile(IEnumerable<FactDeclaration> facts, Language<CustomerFacts> language)
    {
        var vocabulary = CustomerSuccess.Vocabulary.For<CustomerFacts>();
        foreach (var fact in facts)
        {
            Add(vocabulary, fact, language);
        }

        return vocabulary.Build();
    }

    /// <summary>An expression of the type, to stand for one that has mistakes.</summary>
    public static string ExampleOf(FactType type) => type switch
    {
        FactType.Flag => "true",
        FactType.Text => "''",
        _ => "0.0",
    };

    /// <summary>One of them.</summary>
    /// <exception cref="ConfigurationException">It has mistakes.</exception>
    public static void Add<TSelf>(VocabularyPart<CustomerFacts, TSelf> vocabulary, FactDeclaration fact, Language<CustomerFacts> language)
        where TSelf : VocabularyPart<CustomerFacts, TSelf> => _ = fact.Type switch
        {
            FactType.Flag => vocabulary.Flag(fact.Name, language.Condition(fact.Expression)),
            FactType.Text => vocabulary.Text(fact.Name, language.Text(fact.Expression)),
            _ => vocabulary.Number(fact.Name, language.Number(fact.Expression)),
        };
}
