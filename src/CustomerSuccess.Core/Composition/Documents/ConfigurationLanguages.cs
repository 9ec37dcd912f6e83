using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Composition;

/// <summary>The languages of a configuration: each stage may name what stands left of it.</summary>
internal sealed class ConfigurationLanguages(ConfigurationHost host, VocabularyPlaces places, DocumentCheck check)
{
    /// <summary>The named expressions that have no mistake; null where there are none.</summary>
    public Vocabulary<CustomerFacts>? Facts { get; private set; }

    /// <summary>The readers of delegates that the host has named.</summary>
    public Vocabulary<CustomerFacts>? Named { get; private set; }

    /// <summary>Checks the declarations; false where no language can be made of them.</summary>
    public bool Build()
    {
        DeclaredNames.Check(places, check);
        try
        {
            Named = host.Named();
            Compile(Begin().Build());
            With([]);
            return true;
        }
        catch (ConfigurationException e)
        {
            places.Tell(e.Diagnostics, check);
            return false;
        }
    }

    /// <summary>A language that also names the segments of these schemes.</summary>
    /// <param name="schemes">The schemes.</param>
    /// <param name="unread">Schemes that have mistakes: what reads their segments is none of its own.</param>
    public Language<CustomerFacts> With(IReadOnlyCollection<SegmentScheme> schemes, IEnumerable<string>? unread = null)
    {
        var language = Known();
        foreach (var scheme in schemes.Where(s => LanguageNames.IsName(s.Name)))
        {
            language.Segment(scheme);
        }

        foreach (var name in (unread ?? []).Where(n => LanguageNames.IsName(n) && schemes.All(s => s.Name != n)))
        {
            language.Segment(name);
        }

        return language.Build();
    }

    private LanguageBuilder<CustomerFacts> Begin()
    {
        var language = CustomerExpressions.Declare();
        places.Vocabulary.AddTo(language);
        host.AddTo(language);
        return language;
    }

    private LanguageBuilder<CustomerFacts> Known() => Facts is null ? Begin() : Begin().Facts(Facts);

    private void Compile(Language<CustomerFacts> language)
    {
        if (places.Facts.Count == 0)
        {
            return;
        }

        var vocabulary = CustomerSuccess.Vocabulary.For<CustomerFacts>();
        foreach (var (declared, node) in places.Facts)
        {
            try
            {
                NamedFacts.Add(vocabulary, declared, language);
            }
            catch (ConfigurationException e)
            {
                // What names it has no mistake of its own.
                check.AddExpression(e, node);
                NamedFacts.Add(vocabulary, declared with { Expression = NamedFacts.ExampleOf(declared.Type) }, language);
            }
        }

        Facts = vocabulary.Build();
    }
}

/// <summary>Finds names that are declared twice or that expressions cannot write, and leaves them out, so that everything else can be checked.</summary>
internal static class DeclaredNames
{
    private static readonly string[] Taken = ["customer", "signals", "subscriptions", "contacts", "issues", "now", "previous", "health", "segment"];

    public static void Check(VocabularyPlaces places, DocumentCheck check)
    {
        HashSet<string> customer = new(StringComparer.Ordinal) { "id", "name", "stage", "active", "since" };
        places.Traits.RemoveAll(t => IsWrong("customer.", t.Declared.Alias ?? t.Declared.Name, customer, t.Node, check));
        HashSet<string> signals = new(StringComparer.Ordinal);
        places.Signals.RemoveAll(s => IsWrong("signals.", s.Declared.Alias ?? s.Declared.Name, signals, s.Node, check));
        HashSet<string> facts = new(Taken, StringComparer.Ordinal);
        places.Facts.RemoveAll(f => IsTaken(f, check) || IsWrong("", LanguageNames.Of(f.Declared.Name), facts, f.Node, check));
    }

    private static bool IsTaken((FactDeclaration Declared, DocumentNode Node) fact, DocumentCheck check)
    {
        var name = fact.Declared.Name;
        if (!name.Contains('.') || !Taken.Contains(LanguageNames.Of(name[..name.IndexOf('.')])))
        {
            return false;
        }

        check.Add("LA002", fact.Node, $"'{name}' would stand within '{name[..name.IndexOf('.')]}', which belongs to every customer.", "Rename it.");
        return true;
    }

    private static bool IsWrong(string prefix, string name, HashSet<string> known, DocumentNode node, DocumentCheck check)
    {
        if (prefix.Length > 0 && !LanguageNames.IsName(name))
        {
            check.Add("LA001", node, $"'{name}' is no name of the language.", $"Write letters, digits and underscores, a letter first: \"alias\": \"{LanguageNames.Of(name.Replace('.', '_'))}\".");
            return true;
        }

        if (known.Add(name))
        {
            return false;
        }

        check.Add("LA002", node, $"'{prefix}{name}' is declared twice, or belongs to every customer.", prefix.Length > 0 ? "Declare it once, or give one another \"alias\"." : "Declare it once, or rename it.");
        return true;
    }
}
