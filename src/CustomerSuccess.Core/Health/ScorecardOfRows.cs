using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>A compiled scorecard over the host's own rows. Immutable and safe to use from several threads, as far as the host's lambdas are.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed partial class Scorecard<T> : Scorecard
{
    private readonly RowReader<T>[] _readers;
    private readonly Func<T, string?>? _customerId;
    private readonly Func<T, string?>? _segment;

    internal Scorecard(ScorecardModel model, ScorecardProgram program, RowReader<T>[] readers, Func<T, string?>? customerId, Func<T, string?>? segment)
        : base(model, program) => (_readers, _customerId, _segment) = (readers, customerId, segment);

    /// <summary>Scores one row. A lambda for the id or the segment that throws gives a failed score with its reason.</summary>
    /// <param name="row">The row. Not null.</param>
    /// <param name="asOf">The instant as of which the row holds.</param>
    public HealthScore Score(T row, DateTimeOffset asOf) => Score(row, asOf, asOf, null, null, -1, null, []);

    /// <summary>Scores one row, with everything that can be said beside it. A lambda for the id or the segment that throws gives a failed score with its reason.</summary>
    /// <exception cref="ArgumentException">There is no previous band of that name.</exception>
    public HealthScore Score(T row, ScoreRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Score(row, request.AsOf, request.KnownAt, request.CustomerId, request.Segment, BandIndex(request.PreviousBand), request.Override, request.Usage);
    }

    /// <summary>Scores rows one after another as they are asked for, in their order.</summary>
    public IEnumerable<HealthScore> ScoreAll(IEnumerable<T> rows, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Select(row => Score(row, asOf));
    }

    /// <summary>Scores rows on several threads, in their order. The rows are read by one thread at a time.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asOf">The instant as of which they hold.</param>
    /// <param name="threads">The threads, at least 1.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public IEnumerable<HealthScore> ScoreAll(IEnumerable<T> rows, DateTimeOffset asOf, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return threads == 1
            ? ScoreAll(Cancellable(rows, cancellationToken), asOf)
            : rows.AsParallel().AsOrdered().WithCancellation(cancellationToken).WithDegreeOfParallelism(Math.Min(threads, 512)).Select(row => Score(row, asOf));
    }

    /// <summary>Scores a stream of rows as they arrive.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asOf">The instant as of which they hold.</param>
    /// <param name="progress">Told every 1,000 rows and at the end how many were scored; or null.</param>
    /// <param name="cancellationToken">Cancels; it is handed on to the rows.</param>
    public async IAsyncEnumerable<HealthScore> ScoreAllAsync(
        IAsyncEnumerable<T> rows,
        DateTimeOffset asOf,
        IProgress<ScoringProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var count = new ProgressCount(progress);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = Score(row, asOf);
            count.Add(score.State);
            yield return score;
        }

        count.Finish();
    }

    /// <summary>Reads the row's numbers as <see cref="Scorecard.Evaluate"/> takes them. A lambda that throws gives an unknown.</summary>
    public double[] ReadRow(T row, DateTimeOffset asOf) => Read(row, asOf, out _);

    internal double[] Read(T row, DateTimeOffset asOf, out UnknownCause?[]? failures)
    {
        if (row is null)
        {
            throw new ArgumentNullException(nameof(row));
        }

        failures = null;
        var inputs = new double[_readers.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            try
            {
                (inputs[i], var cause) = _readers[i].ReadInput(row, asOf);
                if (cause is not null)
                {
                    failures ??= new UnknownCause?[inputs.Length];
                    failures[i] = cause;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                inputs[i] = FailedReading.Value;
                failures ??= new UnknownCause?[inputs.Length];
                failures[i] = new UnknownCause(Program.Inputs[i], UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}");
            }
        }

        return inputs;
    }

    /// <summary>What its measures are read from, where that is more than a lambda.</summary>
    internal IEnumerable<object> Sources => _readers.Select(r => r.Source).OfType<object>().SelectMany(ExpressionSources.Of);

    /// <summary>What measures and exceptions are read from: of a lambda the lambda itself.</summary>
    internal IEnumerable<(int Input, object Source)> InputSources => _readers.SelectMany((r, i) => ExpressionSources.Of(r.Source ?? r).Select(s => (i, s)));

    internal string? CustomerIdOf(T row) => _customerId?.Invoke(row);

    internal string? SegmentOf(T row) => _segment?.Invoke(row);

    private HealthScore Score(T row, DateTimeOffset asOf, DateTimeOffset knownAt, string? customerId, string? segment, int previousBand, ManualOverride? manual, IReadOnlyList<UsageVerdict> usage)
    {
        var inputs = Read(row, asOf, out var failures);
        var reading = "the customer's id";
        try
        {
            customerId ??= _customerId?.Invoke(row);
            reading = "the customer's segment";
            segment ??= _segment?.Invoke(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whose score it is, or by which weights, is not known: nothing may be shown in its place.
            return ScoreCompletion.Stated(null, $"reading {reading} threw {e.GetType().Name}: {e.Message}", [], Definition, new HealthScoreContext
            {
                Facts = NoFacts.Instance,
                AsOf = asOf,
                KnownAt = knownAt,
                CustomerId = customerId,
                Override = manual,
            });
        }

        return ScoreMaker.Make(this, inputs, failures, customerId, segment, asOf, knownAt, previousBand, manual, usage);
    }

    private static IEnumerable<T> Cancellable(IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
