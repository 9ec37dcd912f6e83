namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads an objective's present value from a customer's facts: an expression, or a lambda with a version. Immutable.</summary>
public sealed class ObjectiveMeasure
{
    private readonly Func<CustomerFacts, Reading<double>> _read;

    private ObjectiveMeasure(string signed, bool isReproducible, object written, Func<CustomerFacts, Reading<double>> read) =>
        (Signed, IsReproducible, Written, _read) = (signed, isReproducible, written, read);

    /// <summary>The expression; null of a lambda.</summary>
    public NumberExpression<CustomerFacts>? Expression { get; private init; }

    /// <summary>Whether its text pins down what it reads.</summary>
    public bool IsReproducible { get; }

    internal string Signed { get; }

    /// <summary>How a document writes it.</summary>
    internal object Written { get; }

    internal IEnumerable<object> Sources { get; private init; } = [];

    internal LanguageStage Stage { get; private init; }

    /// <summary>A number that an expression reads.</summary>
    public static ObjectiveMeasure Of(NumberExpression<CustomerFacts> expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new(expression.Compiled.Signed, expression.IsReproducible, expression.Expression.Canonical, expression.Read)
        {
            Expression = expression,
            Sources = expression.Compiled.Sources,
            Stage = expression.Compiled.Stage,
        };
    }

    /// <summary>A number that a lambda reads. What it throws makes the value unknown; cancellation flows.</summary>
    /// <param name="name">Its name, for messages and hashes. Not empty.</param>
    /// <param name="read">Pure: the same facts give the same number.</param>
    /// <param name="version">The version of the lambda; without one a plan that reads it is not reproducible.</param>
    public static ObjectiveMeasure Of(string name, Func<CustomerFacts, Reading<double>> read, string? version = null)
    {
        Fact.Check(name);
        ArgumentNullException.ThrowIfNull(read);
        if (version is not null)
        {
            Fact.Check(version);
        }

        return new($"{Fact.Quoted(name)}@{(version is null ? "?" : Fact.Quoted(version))}", version is not null, new Dictionary<string, object>(StringComparer.Ordinal) { ["reader"] = $"{name}@{version ?? "?"}" }, facts => Guarded(name, read, facts))
        {
            Sources = [read],
            Lambda = (name, version),
        };
    }

    /// <summary>A number that the host has named.</summary>
    internal static ObjectiveMeasure Of(FactReader<CustomerFacts> reader)
    {
        var version = reader.Version.Length == 0 ? null : reader.Version;
        return new($"{Fact.Quoted(reader.Name)}@{(version is null ? "?" : Fact.Quoted(version))}", version is not null, new Dictionary<string, object>(StringComparer.Ordinal) { ["reader"] = reader.Signed }, facts => reader.Number(facts, facts.AsOf))
        {
            Sources = [reader.Source],
            Stage = (reader.Source as ExpressionSources)?.Stage ?? LanguageStage.Facts,
            Lambda = (reader.Name, version),
            ForeseenUntil = reader.Until,
        };
    }

    internal (string Name, string? Version)? Lambda { get; private init; }

    private Func<CustomerFacts, DateTimeOffset?>? ForeseenUntil { get; init; }

    /// <summary>The value as of the facts, in the objective's unit, or why it is not known.</summary>
    public Reading<double> Read(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _read(facts);
    }

    /// <summary>The value, and when it may next be another; null for never.</summary>
    internal (Reading<double> Value, DateTimeOffset? Until) ReadUntil(CustomerFacts facts, TimeSpan recheck)
    {
        if (Expression is { } expression)
        {
            var timed = expression.ReadUntil(facts, recheck);
            return (timed.Reading, timed.Until);
        }

        return (_read(facts), ForeseenUntil is null ? IForeseenFacts.Later(facts.AsOf, recheck) : ForeseenUntil(facts));
    }

    /// <inheritdoc />
    public override string ToString() => Expression?.ToString() ?? Signed;

    private static Reading<double> Guarded(string name, Func<CustomerFacts, Reading<double>> read, CustomerFacts facts)
    {
        try
        {
            var reading = read(facts);
            return !reading.IsKnown || double.IsFinite(reading.Value) ? reading : Reading.Unknown<double>(new UnknownCause(name, UnknownKind.NotANumber));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Reading.Unknown<double>(new UnknownCause(name, UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}"));
        }
    }
}
