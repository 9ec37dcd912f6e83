using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>
/// Customers of whom a product saw something over a year or so, from a fixed seed, in columns sorted by customer and time. On
/// about every seventh day someone does one to three things: mostly one of the customer's users or its administrator, at
/// times the vendor's support or a job. Four in five have a value, some concern a product, one in ten is known late.
/// </summary>
internal sealed class SignalWorkload
{
    public const string Signal = "session";
    public const string Administrator = "admin";

    private const ulong Seed = 20_260_102;
    private const int Days = 13;
    private static readonly string[] Products = ["core", "reports", "mobile"];

    public SignalWorkload(int customers, int signals, DateTimeOffset end)
    {
        (Customers, Signals) = (customers, signals);
        var all = customers * signals;
        (Occurred, Recorded, Values) = (new long[all], new long[all], new double[all]);
        (Actors, Product, Provenances) = (new sbyte[all], new sbyte[all], new Provenance[all]);
        var numbers = new SeededNumbers(Seed);
        var times = new long[signals];
        for (var customer = 0; customer < customers; customer++)
        {
            Happen(times, end.UtcTicks, numbers);
            Describe(customer * signals, times, numbers);
        }
    }

    public int Customers { get; }

    /// <summary>How many signals each customer has.</summary>
    public int Signals { get; }

    public long[] Occurred { get; }

    public long[] Recorded { get; }

    /// <summary>NaN where a signal has none.</summary>
    public double[] Values { get; }

    /// <summary>Numbers of actors within a customer, the administrator 0; −1 for nobody.</summary>
    public sbyte[] Actors { get; }

    /// <summary>The product, or −1.</summary>
    public sbyte[] Product { get; }

    public Provenance[] Provenances { get; }

    public static string CustomerId(int customer) => $"customer-{customer:000000}";

    /// <summary>
    /// The signals as objects in about the order in which a host would see them: everyone's first, everyone's second, and so
    /// on, which scatters a customer's arrays over the heap. Every text is an object of its own, as a database gives them.
    /// </summary>
    public IEnumerable<Signal> Arriving(bool withIds)
    {
        for (var place = 0; place < Signals; place++)
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                yield return SignalAt((customer * Signals) + place, withIds);
            }
        }
    }

    private Signal SignalAt(int place, bool withId) => new(CustomerId(place / Signals), new string(Signal), new(Occurred[place], TimeSpan.Zero))
    {
        RecordedAt = new(Recorded[place], TimeSpan.Zero),
        Value = double.IsNaN(Values[place]) ? null : Values[place],
        Actor = Actors[place] switch { < 0 => null, 0 => new string(Administrator), var user => $"user-{place / Signals}-{user}" },
        Product = Product[place] < 0 ? null : new string(Products[Product[place]]),
        Provenance = Provenances[place],
        Id = withId ? $"event-{place:000000000000}" : null,
    };

    // Backwards from the end, so that every customer is active up to it.
    private static void Happen(long[] times, long end, SeededNumbers numbers)
    {
        var day = end - (end % TimeSpan.TicksPerDay);
        for (var next = times.Length - 1; next >= 0;)
        {
            day -= (1 + (long)(numbers.Next() * Days)) * TimeSpan.TicksPerDay;
            for (var here = 1 + (int)(numbers.Next() * 3); here > 0 && next >= 0; here--)
            {
                times[next--] = day + (long)((8 + (10 * numbers.Next())) * TimeSpan.TicksPerHour);
            }
        }

        Array.Sort(times);
    }

    private void Describe(int start, long[] times, SeededNumbers numbers)
    {
        var users = 2 + (int)(numbers.Next() * 7);
        for (var i = 0; i < times.Length; i++)
        {
            var place = start + i;
            Occurred[place] = times[i];
            Recorded[place] = times[i] + (numbers.Next() < 0.1 ? (long)(numbers.Next() * 2 * TimeSpan.TicksPerDay) : 0);
            Values[place] = numbers.Next() < 0.8 ? Math.Round(numbers.Next() * 90, 1) : double.NaN;
            var kind = numbers.Next();
            Provenances[place] = kind < 0.85 ? Provenance.Customer : kind < 0.9 ? Provenance.Vendor : Provenance.System;
            var user = (int)(numbers.Next() * users);
            Actors[place] = (sbyte)(Provenances[place] == Provenance.Customer ? user : -1);
            // Who uses a product uses mostly the same.
            Product[place] = (sbyte)(numbers.Next() < 0.3 ? user % Products.Length : -1);
        }
    }
}
