namespace CustomerSuccess.Signals;

/// <summary>The signals' part of the facts.</summary>
public static class SignalFactsExtensions
{
    extension(CustomerFacts facts)
    {
        /// <summary>The customer's signals. Where no source gives any, every measure is unknown (incomplete).</summary>
        public SignalFacts Signals => facts.Find<SignalFacts>() ?? NoSignalFacts.Instance;
    }
}

/// <summary>The signals of a host that has no source of signals.</summary>
internal sealed class NoSignalFacts : SignalFacts
{
    private NoSignalFacts()
    {
    }

    public static NoSignalFacts Instance { get; } = new();

    public override IReadOnlyList<string> Signals => [];

    public override IReadOnlyList<SignalDefect> Defects => [];

    public override Reading<double> Read(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Reading.Unknown<double>(NoSource(measure));
    }

    public override Reading<DateTimeOffset> LastAt(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Reading.Unknown<DateTimeOffset>(NoSource(measure));
    }

    public override Reading<Signal> LatestSignal(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Reading.Unknown<Signal>(NoSource(measure));
    }

    public override DateTimeOffset? Until(SignalMeasure measure) => null;

    public override IReadOnlyList<GrainReading> ReadBy(SignalMeasure measure, Grain grain) => [];

    private static UnknownCause NoSource(SignalMeasure measure) => new(measure.Signal, UnknownKind.Incomplete, "for ever: there is no source of signals");
}
