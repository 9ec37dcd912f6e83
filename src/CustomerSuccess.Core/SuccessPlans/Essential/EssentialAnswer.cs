using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Where an answer is read from: the latest value of a signal, or a trait that is a number or a text. Immutable.</summary>
public sealed class EssentialAnswer
{
    private EssentialAnswer(SignalMeasure? signal, string? trait) => (Signal, Trait) = (signal, trait);

    /// <summary>The signal; null where it is a trait.</summary>
    public SignalMeasure? Signal { get; }

    /// <summary>The trait; null where it is a signal.</summary>
    public string? Trait { get; }

    /// <summary>The latest value of a signal, however old.</summary>
    /// <param name="signal">The signal. Not empty.</param>
    public static EssentialAnswer OfSignal(string signal) => OfSignal(SignalMeasure.Latest(signal));

    /// <summary>The latest value of a signal, for instance of the last year: <c>SignalMeasure.Latest("nps").InLast(365)</c>.</summary>
    /// <param name="latest">The measure.</param>
    /// <exception cref="ArgumentException">It is no measure of the latest value, or one of a season.</exception>
    public static EssentialAnswer OfSignal(SignalMeasure latest)
    {
        ArgumentNullException.ThrowIfNull(latest);
        return latest is { Aggregation: SignalAggregation.Latest, Season: null }
            ? new(latest, null)
            : throw new ArgumentException($"{latest} is no answer with a date. State the latest value: SignalMeasure.Latest(\"{latest.Signal}\").", nameof(latest));
    }

    /// <summary>A trait: a number, or a word.</summary>
    /// <param name="trait">The trait. Not empty.</param>
    public static EssentialAnswer OfTrait(string trait)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(trait);
        return new(null, trait);
    }

    internal object Source => Signal is { } measure ? measure : new TraitSource(Trait!, "answer");

    internal string Content => Signal is { } measure ? measure.Canonical : $"trait {Trait}";

    /// <inheritdoc />
    public override string ToString() => Content;

    /// <summary>The vote that it comes to; unknown of an answer that is none, with the reason.</summary>
    internal Reading<EssentialVote> Vote(CustomerFacts facts, EssentialVoter voter, string name, EssentialScale scale, EssentialOptions options)
    {
        if (Signal is { } measure)
        {
            var latest = facts.Signals.LatestSignal(measure);
            return latest.IsKnown ? Vote(voter, name, scale, latest.Value.Value!.Value, latest.Value.OccurredAt) : Reading.Unknown<EssentialVote>(latest.Causes);
        }

        var (trait, age) = (facts.Account.Trait(Trait!), facts.Account.Age(Trait!));
        return !trait.IsKnown ? Reading.Unknown<EssentialVote>(trait.Causes)
            : trait.Value.Kind == TraitKind.Number ? Vote(voter, name, scale, trait.Value.AsNumber(), facts.AsOf - age.Value)
            : trait.Value.Kind != TraitKind.Text ? Unknown(UnknownKind.NotGiven, trait.Value.Kind == TraitKind.Null ? "known to be null" : $"it is {trait.Value.Kind}, neither a number nor a text")
            : options.Vote(trait.Value.AsText()) is { } vote ? Reading.Known(new EssentialVote(voter, vote, facts.AsOf - age.Value, $"{name} '{trait.Value.AsText()}'"))
            : Unknown(UnknownKind.UnknownCategory, $"'{trait.Value.AsText()}' is none of {string.Join(", ", options.Words.Keys.Order(StringComparer.Ordinal))}");
    }

    private Reading<EssentialVote> Vote(EssentialVoter voter, string name, EssentialScale scale, double answer, DateTimeOffset at) =>
        scale.Vote(answer) is { } vote
            ? Reading.Known(new EssentialVote(voter, vote, at, $"{name} {NumberText.Of(answer)}"))
            : Unknown(UnknownKind.OutOfRange, $"{NumberText.Of(answer)} is not on the scale of {NumberText.Of(scale.Lowest)} to {NumberText.Of(scale.Highest)}");

    private Reading<EssentialVote> Unknown(UnknownKind kind, string detail) => Reading.Unknown<EssentialVote>(new UnknownCause(Signal?.Signal ?? Trait!, kind, detail));
}
