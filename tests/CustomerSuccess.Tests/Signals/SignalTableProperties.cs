using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalTableProperties
{
    [Law(MaxTest = 4000)]
    public void A_table_gives_the_bits_of_its_rows_wherever_it_moves_and_whatever_arrives_meanwhile(Seed seed)
    {
        var plan = new LogPlan(seed).WithGaps();
        var (dice, late) = (plan.Dice, new Queue<Signal>(plan.Dice.Shuffled(plan.Signals)));
        var log = plan.Log([]);
        var measures = Enumerable.Range(0, 4).Select(i => ($"m{i}", plan.Measure().Build())).ToArray();
        var table = new SignalTable(log, measures);
        var at = plan.Edge();
        for (var move = 0; move < 8; move++)
        {
            for (var i = dice.Below(1 + late.Count); i > 0; i--)
            {
                log.Append(late.Dequeue());
            }

            if (dice.OneIn(12))
            {
                log.Covers("login", plan.WithGaps().Coverage);
            }

            // Mostly onward, by little and by much, and to where something changes; sometimes back.
            var to = dice.Below(4) switch { 0 => plan.Edge(), 1 => at + plan.Length(), 2 => at.AddTicks(1), _ => plan.Signals.Select(s => s.RecordedAt).Append(plan.Edge()).Where(i => i > at).DefaultIfEmpty(at).Min() };
            table.MoveTo(at = to);
            Compare(plan, log, table, measures, at);
        }
    }

    private static void Compare(LogPlan plan, SignalLog log, SignalTable table, (string Name, SignalMeasure Measure)[] measures, DateTimeOffset at)
    {
        Assert.Equal(log.CustomerIds, table.CustomerIds.Order(StringComparer.Ordinal));
        for (var row = 0; row < table.CustomerIds.Count; row++)
        {
            var facts = log.Facts(table.CustomerIds[row], at).Signals;
            foreach (var (name, measure) in measures)
            {
                var (number, reading) = (table[name][row], facts.Read(measure));
                var same = reading.IsKnown ? BitConverter.DoubleToInt64Bits(reading.Value) == BitConverter.DoubleToInt64Bits(number)
                    : reading.Causes[0].Kind == UnknownKind.NotANumber ? double.IsInfinity(number) : double.IsNaN(number);
                Agreement.That(same, () => $"{measure} of {table.CustomerIds[row]} as of {at:O}: the row reads {reading}, the table has {number:R}. {plan}");
            }
        }
    }
}
