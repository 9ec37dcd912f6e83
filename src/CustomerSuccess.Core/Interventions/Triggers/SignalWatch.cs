using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>Signals of a name, or those of which an expression holds.</summary>
internal sealed class SignalWatch(SignalTrigger trigger) : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading();
        foreach (var (signal, occurrence) in Named(moments.History.SignalsBetween(trigger.Signal, after, DateTimeOffset.MaxValue, moments.KnownAt)))
        {
            if (signal.OccurredAt > upTo)
            {
                // Dated ahead.
                reading.Next = signal.OccurredAt;
                break;
            }

            if (!moments.IsActive(signal.OccurredAt))
            {
                continue;
            }

            var holds = trigger.Where is { } where ? where.Holds(signal) : Reading.Known(true);
            if (!holds.IsKnown)
            {
                reading.Undetermined.Add(new(occurrence, signal.OccurredAt, holds.Causes));
            }
            else if (holds.Value)
            {
                reading.Firings.Add(new(occurrence, signal.OccurredAt));
            }
        }

        return reading;
    }

    /// <summary>Signals with what tells them apart: name and instant, who and what, and the number among equal ones.</summary>
    public static IEnumerable<(Signal Signal, string Occurrence)> Named(IEnumerable<Signal> signals)
    {
        var (last, same) = ((string?)null, 0);
        foreach (var signal in signals)
        {
            var text = string.Join('#', new[] { $"{signal.Name}@{Text(signal.OccurredAt)}", signal.Actor, signal.Product }.OfType<string>());
            same = text == last ? same + 1 : 1;
            last = text;
            yield return (signal, same == 1 ? text : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text}#{same}"));
        }
    }
}
