namespace CustomerSuccess.Health;

/// <summary>Checks a draft, makes the model of it, and the program of the model.</summary>
internal static class ScorecardCompiler
{
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
        var bands = BandCheck.Run(draft, found);
        var exceptions = new ExceptionCheck(draft, check.Measures, bands, found).Run();
        InputCheck.Run(draft, check.Measures, exceptions.Select(e => e.Model.When), found);
        if (draft.MinimumCoverage is { } coverage && !(coverage >= 0 && coverage <= 1))
        {
            found.Add("SC031", draft.Name, $"The minimum coverage {coverage} is not a share.", "State 0 to 1.");
        }

        var display = Display(draft, found);
        if (found.Count > 0)
        {
            return null;
        }

        var model = new ScorecardModel
        {
            Name = draft.Name,
            Root = Group(draft.Root),
            Bands = bands!,
            Exceptions = [.. exceptions.Select(e => e.Model)],
            Display = display!,
            MinimumCoverage = draft.MinimumCoverage,
            Segments = [.. check.Segments.Order(StringComparer.Ordinal)],
        };
        if (CanonicalJson.HasHalfCharacter(CanonicalJson.Write(ScorecardHash.Json(model))))
        {
            found.Add("SC001", draft.Name, $"A text of the scorecard holds half of a surrogate pair, which no UTF-8 can say.", "Write whole characters.");
            return null;
        }

        var program = new ProgramAssembly(model).Assemble();
        return (model, program, Readers(program, check.Measures, exceptions));
    }

    private static ScoreDisplay? Display(ScorecardDraft draft, DiagnosticList found)
    {
        try
        {
            return new ScoreDisplay(draft.Display.Minimum, draft.Display.Maximum, draft.Display.Decimals);
        }
        catch (ArgumentException)
        {
            found.Add("SC032", draft.Name, $"Scores cannot be shown from {draft.Display.Minimum} to {draft.Display.Maximum} with {draft.Display.Decimals} decimals.", "State a smaller and a larger number and 0 to 6 decimals.");
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

    private static GroupModel Group(GroupDraft draft) => new()
    {
        Name = draft.Name,
        Weight = draft.Weight,
        SegmentWeights = draft.SegmentWeights.AsReadOnly(),
        Decisive = draft.Decisive,
        Aggregation = draft.Aggregation,
        WeightsTotal = draft.WeightsTotal,
        Start = draft.Start,
        Minimum = draft.Minimum,
        Maximum = draft.Maximum,
        RedBelow = draft.RedBelow,
        Children = [.. draft.Children.Select(c => c is GroupDraft g ? (ScorecardNode)Group(g) : Measure((MeasureDraft)c))],
    };

    private static MeasureModel Measure(MeasureDraft draft) => new()
    {
        Name = draft.Name,
        Weight = draft.Weight,
        SegmentWeights = draft.SegmentWeights.AsReadOnly(),
        Decisive = draft.Decisive,
        Unit = draft.Unit,
        Polarity = draft.Polarity,
        Curve = draft.Curve!,
        Valid = draft.Valid is { } valid ? Interval.Closed(valid.Minimum, valid.Maximum) : null,
        ClampToValid = draft.ClampToValid,
        Missing = draft.Missing,
        ExpiresAfter = draft.ExpiresAfter,
        HalfLife = draft.HalfLife,
        DecayNeutral = draft.DecayNeutral,
        Effort = draft.Effort,
        WholeNumbers = draft.WholeNumbers,
        ReaderVersion = draft.Reader is null ? null : draft.Version ?? "",
        ReaderName = draft.ReaderName,
        Expressions = draft.Expressions,
    };
}

/// <summary>The names of the inputs of a program.</summary>
internal static class InputNames
{
    public static string Age(string measure) => $"{measure}.age";

    public static string Last(string measure) => $"{measure}.last";

    public static string LastAge(string measure) => $"{measure}.last.age";

    public static string Flag(string name) => $"{name}?";
}
