namespace CustomerSuccess.Health;

/// <summary>
/// A compiled scorecard. It scores one row of numbers without allocating, gives score objects that explain themselves, and
/// scores columns. Immutable and safe to use from several threads.
/// </summary>
public partial class Scorecard
{
    internal Scorecard(ScorecardModel model, ScorecardProgram program)
    {
        (Model, Program) = (model, program);
        Inputs = Array.AsReadOnly(program.Inputs);
        Segments = Array.AsReadOnly(program.Segments);
        Lines = Array.AsReadOnly([.. program.Lines.Select(l => LineNames.Of(program, model, l))]);
        Definition = new ScoreDefinition
        {
            Strategy = model.Name,
            ConfigurationHash = ScorecardHash.Of(model),
            Reproducible = ScorecardHash.Reproducible(model),
            EngineSemantics = EngineMath.Semantics,
            Bands = model.Bands,
            Display = model.Display,
        };
    }

    /// <summary>The name.</summary>
    public string Name => Model.Name;

    /// <summary>The scorecard as data.</summary>
    public ScorecardModel Model { get; }

    /// <summary>What all its scores share: bands, display, configuration hash.</summary>
    public ScoreDefinition Definition { get; }

    /// <summary>The bands.</summary>
    public HealthBands Bands => Model.Bands;

    /// <summary>
    /// The names of the numbers in a row, in order: the measures, then what else they read: <c>x.age</c> (days),
    /// <c>x.last</c>, <c>x.last.age</c> (days), <c>x.by</c> (the second number of a table), <c>x.usage</c> (0 yes, 1 to be investigated, 2 no), and <c>flag?</c> (1, 0).
    /// </summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The names of the lines that <see cref="Evaluate"/> writes, in order: one per measure, then the signed lines.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The segments that have own weights or cohorts, in the order of their codes.</summary>
    public IReadOnlyList<string> Segments { get; }

    internal ScorecardProgram Program { get; }

    /// <summary>Begins a scorecard over the host's own rows.</summary>
    /// <typeparam name="T">The host's row type.</typeparam>
    /// <param name="name">The scorecard's name.</param>
    public static ScorecardBuilder<T> For<T>(string name = "default") => new(new ScorecardDraft(name, overRows: true));

    /// <summary>Begins a scorecard over named columns of numbers.</summary>
    /// <param name="name">The scorecard's name.</param>
    public static ColumnScorecardBuilder ForColumns(string name = "default") => new(new ScorecardDraft(name, overRows: false));

    /// <summary>Scores one row of numbers. Allocates nothing for scorecards of up to 256 parts.</summary>
    /// <param name="row">One number per name in <see cref="Inputs"/>. NaN is "not given", an infinity "not a number".</param>
    /// <param name="lines">Room for one number per name in <see cref="Lines"/>, which sum to the value; or empty.</param>
    /// <param name="segment">The segment's place in <see cref="Segments"/>; anything else for the general weights.</param>
    /// <param name="previousBand">The index of the previous band; −1 at the first evaluation.</param>
    /// <exception cref="ArgumentException">The row or the lines have the wrong length.</exception>
    public RowScore Evaluate(ReadOnlySpan<double> row, Span<double> lines = default, int segment = -1, int previousBand = -1)
    {
        CheckRow(row);
        return new RowScore(RowEvaluator.Evaluate(Program, row, segment, previousBand, lines));
    }

    /// <summary>Scores one row of numbers into an object that explains itself.</summary>
    /// <param name="row">One number per name in <see cref="Inputs"/>. NaN is "not given", an infinity "not a number".</param>
    /// <param name="asOf">The instant as of which the row holds.</param>
    public HealthScore Score(ReadOnlySpan<double> row, DateTimeOffset asOf)
    {
        CheckRow(row);
        return ScoreMaker.Make(this, row.ToArray(), null, null, null, asOf, asOf, -1, null, []);
    }

    /// <summary>Scores one row of numbers into an object that explains itself, with everything that can be said beside it.</summary>
    /// <exception cref="ArgumentException">The row has the wrong length, or there is no previous band of that name.</exception>
    public HealthScore Score(ReadOnlySpan<double> row, ScoreRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckRow(row);
        return ScoreMaker.Make(this, row.ToArray(), null, request.CustomerId, request.Segment, request.AsOf, request.KnownAt, BandIndex(request.PreviousBand), request.Override, request.Usage);
    }

    /// <inheritdoc />
    public override string ToString() => $"scorecard '{Name}', {Program.Measures.Length} measures, {Definition.ConfigurationHash[..12]}";

    /// <summary>What an input is read for: a measure, or the exception whose condition it tells.</summary>
    internal (bool IsException, string Name)? PartOf(int input)
    {
        if (input >= Program.Measures.Length && Program.Inputs[input] is [.. var exception, '?'])
        {
            return (true, exception);
        }

        var measure = Enumerable.Range(0, Program.Measures.Length).FirstOrDefault(
            m => m == input || Program.Measures[m].Reads(input),
            -1);
        return measure < 0 ? null : (false, Program.Inputs[measure]);
    }

    /// <summary>The share of the whole that a measure's weight has, in a segment with own weights or, with −1, in general.</summary>
    internal double ShareOf(string measure, int segment) => Program.SharesOf(segment)[Array.IndexOf(Program.Inputs, measure)];

    /// <summary>Whether the measure's curve gives the same points to every value.</summary>
    internal bool IsConstant(string measure) => Program.Measures[Array.IndexOf(Program.Inputs, measure)] is var op && op.ReachLow == op.ReachHigh;

    internal int SegmentIndex(string? segment) => segment is null || Program.Segments.Length == 0 ? -1 : Array.IndexOf(Program.Segments, segment);

    internal int BandIndex(string? band) => band is null
        ? -1
        : Bands.Find(band)?.Index ?? throw new ArgumentException(
            $"There is no band named '{band}' in '{Name}'. {Suggestion.For(band, [.. Bands.Bands.Select(b => b.Name)])}", nameof(band));

    private void CheckRow(ReadOnlySpan<double> row)
    {
        if (row.Length != Program.Inputs.Length)
        {
            throw new ArgumentException($"A row of '{Name}' has {Program.Inputs.Length} numbers, not {row.Length}: {string.Join(", ", Program.Inputs)}.", nameof(row));
        }
    }
}
