using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Composition;

/// <summary>Reads a document of kind vocabulary.</summary>
internal sealed class VocabularyReader(DocumentReader document, VocabularyPlaces places)
{
    public const string Kind = "vocabulary";

    public void Read()
    {
        document.Text("name");
        document.Text("description");
        Each("traits", "{ \"type\": \"text\" }", Trait);
        Each("signals", "{ \"unit\": \"logins\" }", Signal);
        Each("facts", "{ \"number\": \"signals.login.count(days(28))\" }", Declared);
        document.Done();
    }

    private void Each(string list, string example, Action<DocumentReader, string> read)
    {
        foreach (var node in document.Named(list))
        {
            if (string.IsNullOrWhiteSpace(node.Name))
            {
                document.Check.AddName("DO004", node, $"Something is declared without a name.", "Write its name.");
            }
            else if (DocumentReader.Of(node, document.Check, $"\"{node.Name}\": {example}") is { } one)
            {
                read(one, node.Name!);
                one.Done();
            }
        }
    }

    private void Trait(DocumentReader trait, string name)
    {
        trait.Required("type", "Say what it is: number, text, flag, instant or money.");
        var (kind, currency) = (trait.Word<DeclaredTraitType>("type"), trait.Text("currency"));
        var (alias, description) = (trait.Text("alias"), trait.Text("description"));
        if (kind is null)
        {
            return;
        }

        if (Currency(trait, name, kind == DeclaredTraitType.Money, currency) is { } wrong)
        {
            document.Check.Add(wrong.Code, wrong.Node, wrong.Message, wrong.Cure);
        }

        // A currency that is wrong is told once: what reads the amount has no mistake of its own.
        currency = kind != DeclaredTraitType.Money ? null : currency is not null && IsCurrency(currency) ? currency : "XXX";

        places.Add($"language/customer.{alias ?? name}", trait.Node);
        places.Traits.Add((new() { Name = name, Kind = (TraitKind)kind, Currency = currency, Alias = alias, Description = description }, trait.Node));
    }

    private static (string Code, DocumentNode Node, FormattableString Message, string Cure)? Currency(DocumentReader trait, string name, bool isMoney, string? currency)
    {
        const string State = "State it in three upper-case letters: \"currency\": \"EUR\".";
        var stated = trait.Node.Find("currency");
        return (isMoney, stated, currency) switch
        {
            (true, null, _) => ("DO003", trait.Node, $"'{name}' is money, and its currency is not stated.", State),
            (true, { } node, { } text) when !IsCurrency(text) => ("DO004", node, $"'{text}' is no currency.", State),
            (false, not null, not null) => ("DO003", trait.Node, $"'{name}' states a currency and is no money.", "Write \"type\": \"money\", or leave the currency out."),
            _ => null,
        };
    }

    private void Signal(DocumentReader signal, string name)
    {
        var declared = new SignalDeclaration
        {
            Name = name,
            Alias = signal.Text("alias"),
            HasValues = signal.OptionalFlag("values") ?? true,
            Description = signal.Text("description"),
            Contract = Contract(signal),
        };
        places.Add($"language/signals.{declared.Alias ?? name}", signal.Node);
        places.Signals.Add((declared, signal.Node));
    }

    private SignalContract? Contract(DocumentReader signal)
    {
        var (unit, freshness, required) = (signal.Text("unit"), signal.Span("freshness"), signal.Flag("required"));
        double? low = null, high = null;
        if (signal.Find("range") is { } range && signal.Is(range, DocumentKind.List, "two numbers or null, the smaller first: [0, null]"))
        {
            if (range.Parts is not [{ Kind: DocumentKind.Number or DocumentKind.Null } first, { Kind: DocumentKind.Number or DocumentKind.Null } second]
                || (first.Kind == DocumentKind.Number && second.Kind == DocumentKind.Number && !(first.Number < second.Number)))
            {
                document.Check.Add("DO004", range, $"A range of values has two ends.", "Write two numbers, the smaller first, or null for none: [0, null].");
                return null;
            }

            (low, high) = (first.Kind == DocumentKind.Number ? first.Number : null, second.Kind == DocumentKind.Number ? second.Number : null);
        }

        if (freshness <= TimeSpan.Zero)
        {
            document.Check.Add("DO004", signal.Node.Find("freshness")!, $"A freshness is above zero.", "Write \"2 days\".");
        }

        return unit is null && freshness is null && !required && low is null && high is null
            ? null
            : new() { Unit = unit, Minimum = low, Maximum = high, Freshness = freshness, IsRequired = required };
    }

    private void Declared(DocumentReader fact, string name)
    {
        var expressions = Enum.GetValues<FactType>().Select(type => (Type: type, Text: fact.Text(DocumentWords.Of(type)))).Where(e => e.Text is not null).ToArray();
        fact.Text("description");
        if (expressions is not [var (type, text)])
        {
            document.Check.Add("DO003", fact.Node, $"'{name}' is one expression, and here are {expressions.Length}.", "Write one of \"number\", \"flag\" and \"text\" with an expression.");
            return;
        }

        var node = fact.Node.Find(DocumentWords.Of(type))!;
        places.Add($"language/{LanguageNames.Of(name)}", fact.Node);
        places.Add($"facts/{name}", fact.Node);
        places.Facts.Add((new() { Name = name, Type = type, Expression = text! }, node));
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    // A declaration is of no null.
    private enum DeclaredTraitType
    {
        Number = TraitKind.Number,
        Text = TraitKind.Text,
        Flag = TraitKind.Flag,
        Instant = TraitKind.Instant,
        Money = TraitKind.Money,
    }
}
