using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>
/// What a host adds to the documents of a configuration in C#: functions and further names of the language, readers of
/// delegates, conditions of lambdas, where scores are recorded. Not safe to use from several threads.
/// </summary>
public sealed class ConfigurationHost
{
    private readonly List<Action<LanguageBuilder<CustomerFacts>>> _language = [];
    private readonly List<Action<CustomerHealthBuilder>> _health = [];
    private readonly List<FactCondition> _conditions = [];
    private readonly VocabularyBuilder<CustomerFacts> _readers = CustomerSuccess.Vocabulary.For<CustomerFacts>();

    internal ConfigurationHost()
    {
    }

    internal IReadOnlyList<FactCondition> NamedConditions => _conditions;

    /// <summary>Declares more in the language: functions, lambdas, calendars. Called once for each language that is made.</summary>
    public ConfigurationHost Language(Action<LanguageBuilder<CustomerFacts>> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        _language.Add(declare);
        return this;
    }

    /// <summary>Names readers of delegates, with their versions, for documents to read as <c>"reader": "logins@2"</c>. Called at once.</summary>
    public ConfigurationHost Readers(Action<VocabularyBuilder<CustomerFacts>> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name(_readers);
        return this;
    }

    /// <summary>Conditions of lambdas, made by <see cref="FactCondition.Of"/>, for documents to read as <c>{ "reader": "strategic@1" }</c>.</summary>
    public ConfigurationHost Conditions(params IReadOnlyList<FactCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        _conditions.AddRange(conditions);
        return this;
    }

    /// <summary>Says more about how health is formed: named facts, overrides, the history. Called once for each configuration that is made.</summary>
    public ConfigurationHost Health(Action<CustomerHealthBuilder> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        _health.Add(say);
        return this;
    }

    /// <summary>Whether it declares words of its own: then more signals and traits may be there than the documents declare.</summary>
    internal bool DeclaresWords => _language.Count > 0;

    internal Vocabulary<CustomerFacts> Named() => _readers.Build();

    internal void AddTo(LanguageBuilder<CustomerFacts> language) => _language.ForEach(declare => declare(language));

    internal void AddTo(CustomerHealthBuilder health) => _health.ForEach(say => say(health));
}
