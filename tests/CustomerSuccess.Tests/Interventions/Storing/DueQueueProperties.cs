using CustomerSuccess.Interventions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.Interventions.Storing;

/// <summary>The queue against a dictionary that is searched whole.</summary>
public sealed class DueQueueProperties
{
    private static readonly string[] Customers = ["a", "b", "c", "d"];

    [Property(MaxTest = 300)]
    public Property It_tells_what_a_search_of_everything_tells()
    {
        var steps = from customer in Gen.Elements(Customers)
                    from at in Gen.Frequency((1, Gen.Constant(DueQueue.Never)), (4, Gen.Choose(0, 9).Select(i => (long)i)))
                    from ask in Gen.Choose(-1, 10)
                    select (customer, at, (long)ask);
        return Prop.ForAll(steps.ListOf(200).ToArbitrary(), list =>
        {
            var due = Customers.ToDictionary(c => c, _ => DueQueue.Never);
            var queue = new DueQueue(c => due[c]);
            foreach (var (customer, at, ask) in list)
            {
                var before = due[customer];
                due[customer] = at;
                queue.Move(customer, before, at);
                string[] upTo = [.. due.Where(d => d.Value <= ask).Select(d => d.Key).Order(StringComparer.Ordinal)];
                if (!queue.UpTo(ask).Order(StringComparer.Ordinal).SequenceEqual(upTo)
                    || queue.FirstAfter(ask) != due.Values.Where(v => v > ask).Append(DueQueue.Never).Min()
                    || queue.First() != due.Values.Min())
                {
                    return false;
                }
            }

            return true;
        });
    }
}
