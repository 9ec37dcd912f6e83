namespace CustomerSuccess.Health;

/// <summary>What the texts of a scorecard's document become: readers of rows, or nothing where it reads columns.</summary>
internal interface IMeasureReaders
{
    /// <summary>Whether the scorecard reads rows.</summary>
    bool OverRows { get; }

    /// <summary>Whatever a measure reads: of categories a text, of yes and no a condition, otherwise a number.</summary>
    void Value(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check);

    /// <summary>A reader of the host, by name and version.</summary>
    void Registered(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check);

    /// <summary>The second number of a table.</summary>
    void By(DocumentNode text, MeasureDraft draft, DocumentCheck check);

    /// <summary>The second number of a table that belongs to the last value.</summary>
    void LastBy(DocumentNode text, MeasureDraft draft, DocumentCheck check);

    /// <summary>Days since the observation.</summary>
    void Age(DocumentNode text, MeasureDraft draft, DocumentCheck check);

    /// <summary>The last value, which is carried forward.</summary>
    void Last(DocumentNode text, MeasureDraft draft, DocumentCheck check);

    /// <summary>Days since the last value.</summary>
    void LastAge(DocumentNode text, MeasureDraft draft, DocumentCheck check);

    /// <summary>The condition of an exception; null where it has mistakes.</summary>
    (object Reader, string Version, string Expression)? Condition(DocumentNode text, DocumentCheck check);

    /// <summary>The condition of an exception that a reader of the host tells; null where it has mistakes.</summary>
    (object Reader, string Name, string Version)? RegisteredCondition(DocumentNode text, DocumentCheck check);
}

/// <summary>The readers of a scorecard over columns: every measure is the column of its name.</summary>
internal sealed class ColumnMeasureReaders : IMeasureReaders
{
    public bool OverRows => false;

    public void Value(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check) => None(text, check);

    public void Registered(DocumentNode text, MeasureDraft draft, bool isFlag, DocumentCheck check) => None(text, check);

    public void By(DocumentNode text, MeasureDraft draft, DocumentCheck check) => None(text, check);

    public void LastBy(DocumentNode text, MeasureDraft draft, DocumentCheck check) => None(text, check);

    public void Age(DocumentNode text, MeasureDraft draft, DocumentCheck check) => None(text, check);

    public void Last(DocumentNode text, MeasureDraft draft, DocumentCheck check) => None(text, check);

    public void LastAge(DocumentNode text, MeasureDraft draft, DocumentCheck check) => None(text, check);

    public (object Reader, string Version, string Expression)? Condition(DocumentNode text, DocumentCheck check)
    {
        None(text, check);
        return null;
    }

    public (object Reader, string Name, string Version)? RegisteredCondition(DocumentNode text, DocumentCheck check)
    {
        None(text, check);
        return null;
    }

    private static void None(DocumentNode text, DocumentCheck check) => check.Add(
        "DO011",
        text,
        $"The scorecard is read over columns, where nothing reads expressions.",
        "Leave it out: the measure is the column of its name. Or read the document with a language: ScorecardDocument.Read(document, language).");
}
