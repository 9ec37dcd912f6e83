namespace CustomerSuccess.Health;

/// <summary>The readers of a scorecard over rows: expressions of a language, and what the host has named.</summary>
internal sealed class RowMeasureReaders<T>(Language<T> language, Vocabulary<T>? named) : IMeasureReaders
{
    public bool OverRows => true;

    public void Value(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check)
    {
        if (isFlag)
        {
            Read(text, language.Condition, check, read => Put(draft, new ConditionReader<T>(read), read.Compiled));
        }
        else if (draft.Curve is CategoryCurve categories)
        {
            Read(text, language.Text, check, read => Put(draft, new CategoryReadingReader<T>(read, categories), read.Compiled));
        }
        else
        {
            Read(text, language.Number, check, read =>
            {
                Put(draft, ReadingReader<T>.Of(read), read.Compiled);
                draft.AgeReader = ExpressionAge.Of(read.Compiled);
            });
        }
    }

    public void Registered(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check)
    {
        var kind = isFlag ? FactKind.Flag : draft.Curve is CategoryCurve ? FactKind.Text : FactKind.Number;
        if (Find(text, kind, check, isFlag) is not { } fact)
        {
            return;
        }

        draft.Reader = new FactRowReader<T>(fact, draft.Curve as CategoryCurve);
        draft.Version = fact.Version;
        draft.ReaderName = fact.Name == draft.Name ? null : fact.Name;
        draft.AgeReader = fact.Aged is null ? null : new FactAgeReader<T>(fact);
    }

    public void By(DocumentNode text, MeasureDraft draft, DocumentCheck check) => Read(text, language.Number, check, read =>
    {
        (draft.ByReader, draft.Expressions.By) = (ReadingReader<T>.Of(read), read.Compiled.Text);
        if (draft.Expressions.Value is { } first)
        {
            draft.Version = ReaderText.VersionOf(first, read.Compiled.Text);
        }
    });

    public void LastBy(DocumentNode text, MeasureDraft draft, DocumentCheck check) =>
        Read(text, language.Number, check, read => (draft.LastByReader, draft.Expressions.LastBy) = (ReadingReader<T>.Of(read), read.Compiled.Text));

    public void Age(DocumentNode text, MeasureDraft draft, DocumentCheck check) =>
        Read(text, language.Number, check, read => (draft.AgeReader, draft.Expressions.Age) = (ReadingReader<T>.Of(read), read.Compiled.Text));

    public void Last(DocumentNode text, MeasureDraft draft, DocumentCheck check) =>
        Read(text, language.Number, check, read => (draft.LastReader, draft.Expressions.Last) = (ReadingReader<T>.Of(read), read.Compiled.Text));

    public void LastAge(DocumentNode text, MeasureDraft draft, DocumentCheck check) =>
        Read(text, language.Number, check, read => (draft.LastAgeReader, draft.Expressions.LastAge) = (ReadingReader<T>.Of(read), read.Compiled.Text));

    public (object Reader, string Version, string Expression)? Condition(DocumentNode text, DocumentCheck check)
    {
        (object, string, string)? made = null;
        Read(text, language.Condition, check, read => made = (new ConditionReader<T>(read), read.Compiled.Version, read.Compiled.Text.Text));
        return made;
    }

    public (object Reader, string Name, string Version)? RegisteredCondition(DocumentNode text, DocumentCheck check) =>
        Find(text, FactKind.Flag, check) is { } fact ? (new FactRowReader<T>(fact, null), fact.Name, fact.Version) : null;

    private static void Put(MeasureDraft draft, RowReader<T> reader, CompiledExpression<T> expression)
    {
        draft.Reader = reader;
        draft.Version = expression.Version;
        draft.Expressions.Value = expression.Text;
    }

    private static void Read<TExpression>(DocumentNode text, Func<string, TExpression> compile, DocumentCheck check, Action<TExpression> put)
    {
        try
        {
            put(compile(text.Text));
        }
        catch (ConfigurationException e)
        {
            check.AddExpression(e, text);
        }
    }

    private FactReader<T>? Find(DocumentNode text, FactKind kind, DocumentCheck check, bool isOfCategories = false)
    {
        var fact = ReaderReference.Find(text, named, check);
        // A text that says yes or no is one of categories.
        if (fact is not null && fact.Kind != kind && !(kind == FactKind.Flag && isOfCategories && fact.Kind == FactKind.Text))
        {
            check.Add("DO012", text, $"'{fact.Name}' is registered as {fact.Kind}, and {kind} is needed here.", "Use a curve for what it is: categories of a text, flag of a yes or no.");
            return null;
        }

        return fact;
    }
}

/// <summary>Finds readers of the host by <c>name@version</c>.</summary>
internal static class ReaderReference
{
    public static FactReader<T>? Find<T>(DocumentNode text, Vocabulary<T>? named, DocumentCheck check)
    {
        var at = text.Text.LastIndexOf('@');
        var name = at < 0 ? text.Text : text.Text[..at];
        if (named?.Find(name) is not { } fact)
        {
            check.Add("DO012", text, $"No reader named '{name}' is registered.", named is null || named.Names.Count == 0 ? "Register it in the host's vocabulary, under that name and with its version." : Suggestion.For(name, named.Names));
            return null;
        }

        var version = at < 0 ? null : text.Text[(at + 1)..];
        if (version is not null && version != (fact.Version.Length == 0 ? "?" : fact.Version))
        {
            check.Add("DO012", text, $"'{name}' is registered as {fact.Signed}, and the document asks for version '{version}'.", "Write the version that is registered, after looking whether it still means the same.");
            return null;
        }

        return fact;
    }
}
