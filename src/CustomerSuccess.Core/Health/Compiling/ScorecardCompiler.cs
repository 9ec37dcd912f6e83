namespace CustomerSuccess.Health;

/// <summary>Checks a draft, makes the model of it, and the program of the model.</summary>
internal static class ScorecardCompiler
{
    private const int MostSegments = 250;

    public static (ScorecardModel Model, ScorecardProgram Program, object?[] Readers) Compile(ScorecardDraft draft)
    {
        var found = new DiagnosticList();
        var compiled = Compile(draft, found);
        found.ThrowIfAny();
        return compiled!.Value;
    }

    /// <summary>The same; null where there are mistakes, which are then found.</summary>
    public static (ScorecardModel Model, ScorecardProgram Program, object?[] Readers)? Compile(ScorecardDraft draft, DiagnosticList found)
    {
        var check = new ScorecardCheck(draft, found);
        check.Run();
        string[] segments = [.. check.Segments.Union(CohortCheck.Run(draft, check.Measures, found), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (segments.Length > MostSegments)
        {
            found.Add("SC004", draft.Name, $"The scorecard tells {segments.Length} segments apart, by weights or cohorts; the most is {MostSegments}.", "Use one scorecard per family of segments.");
        }

        var bands = BandCheck.Run(draft, found);
        var exceptions = new ExceptionCheck(draft, check.Measures, bands, found).Run();
        InputCheck.Run(draft, check.Measures, exceptions.Select(e => e.Model.When), found);
        if (draft.MinimumCoverage is { } coverage && !(coverage >= 0 && coverage <= 1))
        {
            found.Add("SC031", draft.Name, $"The minimum coverage {coverage} is not a share.", "State 0 to 1.");
        }

        if (draft.Watermelon is var (share, layers) && !(share > 0 && share <= 1 && layers is >= 1 and <= 3))
        {
            found.Add("SC038", draft.Name, $"Watermelons cannot be told from a coverage of {share} and {layers} layers.", "State a coverage above 0 and up to 1, and 1 to 3 layers: Watermelons(coverage: 0.5, suspectedFrom: 2).");
        }

        var display = Display(draft, found);
        if (found.Count > 0)
        {
            return null;
        }

        var model = new ScorecardModel
        {
            Name = draft.Name,
            Root = new ModelOnScale(draft.Scale).Group(draft.Root),
            Bands = bands!,
            Exceptions = [.. exceptions.Select(e => e.Model)],
            Display = display!,
            MinimumCoverage = draft.MinimumCoverage,
            Watermelon = new(draft.Watermelon.Coverage, draft.Watermelon.SuspectedFrom),
            Segments = segments,
        };
        var canonical = CanonicalJson.Write(ScorecardHash.Json(model));
        model.ContentHash = CanonicalJson.HashOf(canonical);
        if (CanonicalJson.HasHalfCharacter(canonical))
        {
            found.Add("SC001", draft.Name, $"A text of the scorecard holds half of a surrogate pair, which no UTF-8 can say.", "Write whole characters.");
            return null;
        }

        var program = new ProgramAssembly(model).Assemble();
        return (model, program, Readers(program, check.Measures, exceptions));
    }

    private static ScoreDisplay? Display(ScorecardDraft draft, DiagnosticList found)
    {
        if (draft.ScaledTo is var (minimum, maximum, decimals) && Shown(minimum, maximum, decimals) is null)
        {
            found.Add("SC034", draft.Name, $"A scorecard cannot be written on a scale from {minimum} to {maximum} with {decimals} decimals.", "State a smaller and a larger number within ±1,000,000,000 and 0 to 6 decimals: ScaledTo(0, 10).");
        }

        var (from, to, places) = draft.Display ?? draft.ScaledTo ?? (0, 100, 1);
        var display = Shown(from, to, places);
        if (display is null && draft.Display is not null)
        {
            found.Add("SC032", draft.Name, $"Scores cannot be shown from {from} to {to} with {places} decimals.", "State a smaller and a larger number and 0 to 6 decimals.");
        }

        return display;
    }

    private static ScoreDisplay? Shown(double minimum, double maximum, int decimals)
    {
        try
        {
            return new ScoreDisplay(minimum, maximum, decimals);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object?[] Readers(ScorecardProgram program, IReadOnlyDictionary<string, MeasureDraft> drafts, List<(ExceptionModel Model, object? Reader)> exceptions)
    {
        var readers = new object?[program.Inputs.Length];
        for (var i = 0; i < program.Measures.Length; i++)
        {
            var draft = drafts[program.Inputs[i]];
            readers[i] = draft.Reader;
            ref var op = ref program.Measures[i];
            Put(op.AgeSlot, draft.AgeReader);
            Put(op.LastSlot, draft.LastReader);
            Put(op.LastAgeSlot, draft.LastAgeReader);
            Put(op.Wide?.BySlot ?? -1, draft.ByReader);
            Put(op.Wide?.LastBySlot ?? -1, draft.LastByReader);
        }

        foreach (var (model, reader) in exceptions.Where(e => e.Reader is not null))
        {
            Put(Array.IndexOf(program.Inputs, InputNames.Flag(model.Id)), reader);
        }

        return readers;

        void Put(int slot, object? reader)
        {
            if (slot >= 0)
            {
                readers[slot] = reader;
            }
        }
    }
}

/// <summary>The names of the inputs of a program.</summary>
internal static class InputNames
{
    public static string Age(string measure) => $"{measure}.age";

    public static string Last(string measure) => $"{measure}.last";

    public static string LastAge(string measure) => $"{measure}.last.age";

    public static string By(string measure) => $"{measure}.by";

    public static string LastBy(string measure) => $"{measure}.last.by";

    public static string Usage(string measure) => $"{measure}.usage";

    public static string Flag(string name) => $"{name}?";
}
