namespace CustomerSuccess.Signals;

/// <summary>
/// A customer's signals as of an instant, as known at an instant: frozen when the facts were made. Safe to share between
/// threads. The engine implements it.
/// </summary>
public abstract class SignalFacts : FactsPart
{
    /// <inheritdoc />
    public override string Name => "signals";

    /// <summary>The names of the signals of which any is visible, in ordinal order.</summary>
    public abstract IReadOnlyList<string> Signals { get; }

    /// <summary>
    /// Reads a measure. Over a window that is covered, count, sum, distinct actors and active days of nothing are 0, the
    /// others of nothing are unknown (no observations). Over a window that is not covered all are unknown (incomplete).
    /// </summary>
    public abstract Reading<double> Read(SignalMeasure measure);

    /// <summary>
    /// The first instant after that of the facts at which a measure may read otherwise if nothing new is recorded until then:
    /// a signal comes in or goes out of the window, or the source is no longer complete. Of days since the last signal it is
    /// when they are counted from another one, or not at all. Null for never.
    /// </summary>
    public abstract DateTimeOffset? Until(SignalMeasure measure);

    /// <summary>When the last signal happened from which <see cref="SignalMeasure.DaysSince"/> counts; unknown as that is.</summary>
    /// <param name="measure">A measure of days since the last.</param>
    public abstract Reading<DateTimeOffset> LastAt(SignalMeasure measure);

    /// <summary>The signal whose value is the latest: who gave it, when. Unknown as the latest value is. Of an account tree it bears the id of the customer of these facts.</summary>
    /// <param name="measure">A measure of the latest value, without a season.</param>
    /// <exception cref="ArgumentException">It is another measure.</exception>
    public abstract Reading<Signal> LatestSignal(SignalMeasure measure);

    /// <summary>
    /// Reads a measure of each user (actor) or each product that was ever seen with that signal, in ordinal order of their
    /// ids: of the whole tree, where the measure spans it. Of the account and the account tree there is one, under the customer's id.
    /// </summary>
    public abstract IReadOnlyList<GrainReading> ReadBy(SignalMeasure measure, Grain grain);

    /// <summary>Mistakes of the host that are visible as of the instant, as known at the instant: for instance signals dated before there was such a customer. Empty where there are none.</summary>
    public abstract IReadOnlyList<SignalDefect> Defects { get; }
}
