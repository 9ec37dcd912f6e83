namespace CustomerSuccess.Health;

/// <summary>Brings the measures of scorecards into a vocabulary.</summary>
public static class ScorecardVocabulary
{
    /// <summary>
    /// The scorecard's measures under their names: numbers as numbers, categories as texts, yes-or-no as flags, with their ages
    /// where the scorecard reads them. A reader stated in the vocabulary has the word over a measure of its name; of two
    /// scorecards with one measure name, the first.
    /// </summary>
    public static VocabularyBuilder<T> MeasuresOf<T>(this VocabularyBuilder<T> builder, Scorecard<T> scorecard)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(scorecard);
        scorecard.AddReadersTo(builder.Readers);
        return builder;
    }
}

/// <content>The readers of its measures.</content>
public sealed partial class Scorecard<T>
{
    private const double LongestAgeInDays = 10_000_000;

    internal void AddReadersTo(VocabularyDraft<T> vocabulary)
    {
        for (var i = 0; i < Program.Measures.Length; i++)
        {
            vocabulary.Add(Name, Reader(i));
            if (Program.Measures[i].Wide is { BySlot: >= 0 and var by })
            {
                vocabulary.Add(Name, Number(_readers[by], Program.Inputs[by], Program.MeasureModels[i].ReaderVersion, null));
            }
        }
    }

    private FactReader<T> Reader(int measure)
    {
        var (reader, model, ageSlot) = (_readers[measure], Program.MeasureModels[measure], Program.Measures[measure].AgeSlot);
        Func<T, DateTimeOffset, TimeSpan?>? aged = ageSlot < 0 ? null : (row, asOf) => Age(_readers[ageSlot].Read(row, asOf));
        return reader switch
        {
            CategoryReader<T> category => new TextFact<T>(model.Name, model.ReaderVersion, reader, category.Text) { Aged = aged },
            CategoryReadingReader<T> category => new TextReadingFact<T>(model.Name, model.ReaderVersion, category.Source!, category.Text.Read) { Aged = aged },
            ConditionReader<T> condition => new FlagReadingFact<T>(model.Name, model.ReaderVersion, condition.Source!, condition.Condition.Holds) { Aged = aged },
            FactRowReader<T> { Fact: var fact } => fact.Kind switch
            {
                FactKind.Text => new TextReadingFact<T>(model.Name, model.ReaderVersion, fact.Source, row => fact.Text(row, default)) { Aged = fact.Aged },
                FactKind.Flag => new FlagReadingFact<T>(model.Name, model.ReaderVersion, fact.Source, row => fact.Flag(row, default)) { Aged = fact.Aged },
                _ => new ReadingFact<T>(model.Name, model.ReaderVersion, fact.Source, row => fact.Number(row, default)) { Aged = fact.Aged },
            },
            FlagReader<T> => new FlagFact<T>(model.Name, model.ReaderVersion, reader, (row, asOf) => reader.Read(row, asOf) is var code && double.IsNaN(code) ? null : code != 0) { Aged = aged },
            _ => Number(reader, model.Name, model.ReaderVersion, aged),
        };
    }

    private static FactReader<T> Number(RowReader<T> reader, string name, string? version, Func<T, DateTimeOffset, TimeSpan?>? aged) => reader is ReadingReader<T> reading
        ? new ReadingFact<T>(name, version, reading.Source, reading.Reading) { Aged = aged }
        : new NumberFact<T>(name, version, reader, (row, asOf) => reader.Read(row, asOf) is var number && double.IsNaN(number) ? null : number) { Aged = aged };

    private static TimeSpan? Age(double days) => Math.Abs(days) <= LongestAgeInDays ? TimeSpan.FromDays(days) : null;
}
