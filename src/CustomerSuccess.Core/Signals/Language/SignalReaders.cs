using CustomerSuccess.Expressions;

namespace CustomerSuccess.Signals;

/// <summary>Reads a measure over signals for expressions.</summary>
/// <param name="name">The signal's name in expressions.</param>
/// <param name="measure">The measure.</param>
internal sealed class SignalReader(string name, SignalMeasure measure) : CelReader<CustomerFacts>(name), ISignedReader
{
    public SignalMeasure Measure => measure;

    public string Signed => $"{Name}={measure.Canonical}";

    public bool IsReproducible => true;

    public object Source => measure;

    public override CelValue Read(CustomerFacts row) => Values.Of(row.Signals.Read(measure), CelValue.Of);

    public override bool TryReadDouble(CustomerFacts row, out double value)
    {
        var reading = row.Signals.Read(measure);
        value = reading.OrElse(0);
        return reading.IsKnown;
    }

    public override DateTimeOffset? Until(CustomerFacts row) => row.Signals.Until(measure);
}

/// <summary>Reads how long ago the last signal happened, to the tick.</summary>
/// <param name="name">The signal's name in expressions.</param>
/// <param name="measure">Days since the last.</param>
internal sealed class SignalAgeReader(string name, SignalMeasure measure) : CelReader<CustomerFacts>(name), ISignedReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromTicks(long.MaxValue / TimeSpan.NanosecondsPerTick);

    public string Signed => $"{Name}={measure.Canonical}";

    public bool IsReproducible => true;

    public object Source => measure;

    // One cycle earlier, it goes by steps of the calendar.
    public override CelGrowth Growth => measure.Season is null ? CelGrowth.Grows : CelGrowth.Opaque;

    public override CelValue Read(CustomerFacts row)
    {
        if (measure.Season is not null)
        {
            return Values.Of(row.Signals.Read(measure), days => CelValue.Of(Capped(TimeSpan.FromDays(days))));
        }

        return Values.Of(row.Signals.LastAt(measure), last => CelValue.Of(Capped(row.AsOf - last)));
    }

    public override DateTimeOffset? Until(CustomerFacts row) => row.Signals.Until(measure);

    // The longest duration of the language, about 292 years.
    private static TimeSpan Capped(TimeSpan age) => age < Longest ? age : Longest;
}
