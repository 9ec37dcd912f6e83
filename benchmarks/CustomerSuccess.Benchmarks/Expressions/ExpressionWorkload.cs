using CustomerSuccess.Expressions;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>Seeded customers as columns and as rows, 3 % of whose numbers and texts are not given, and the language for conditions on them.</summary>
internal sealed class ExpressionWorkload
{
    private const ulong Seed = 20_260_201;
    private const double Missing = 0.03;
    private static readonly string[] Countries = ["DE", "FR", "SE", "US"];
    private static readonly string[] Plans = ["business", "enterprise", "free", "team"];

    // Each is even over its range; whole where only whole numbers make sense.
    private static readonly (string Name, double Low, double High, bool IsWhole, Func<CustomerRow, double> Read)[] Ranges =
    [
        (nameof(CustomerRow.ActiveUsers), 0, 80, true, c => c.ActiveUsers),
        (nameof(CustomerRow.Adoption), 0, 100, false, c => c.Adoption),
        (nameof(CustomerRow.DaysSinceLogin), 0, 70, true, c => c.DaysSinceLogin),
        (nameof(CustomerRow.InvoiceDelay), 0, 60, true, c => c.InvoiceDelay),
        (nameof(CustomerRow.Logins), 0, 50, true, c => c.Logins),
        (nameof(CustomerRow.Nps), -100, 100, true, c => c.Nps),
        (nameof(CustomerRow.Seats), 1, 101, true, c => c.Seats),
        (nameof(CustomerRow.Spend), 0, 5000, false, c => c.Spend),
        (nameof(CustomerRow.Tenure), 0, 36, true, c => c.Tenure),
        (nameof(CustomerRow.Tickets), 0, 10, true, c => c.Tickets),
    ];

    private readonly int[] _countries;
    private readonly int[] _plans;

    public ExpressionWorkload(int customers)
    {
        var numbers = new SeededNumbers(Seed);
        Customers = customers;
        Columns = [.. Ranges.Select(r => Filled(customers, () => numbers.Next() < Missing ? double.NaN : Number(r.Low, r.High, r.IsWhole, numbers.Next())))];
        _countries = Filled(customers, () => numbers.Next() < Missing ? -1 : (int)(numbers.Next() * Countries.Length));
        _plans = Filled(customers, () => numbers.Next() < Missing ? -1 : (int)(numbers.Next() * Plans.Length));
    }

    public static CelEnvironment Language { get; } = Ranges
        .Aggregate(CelEnvironment.Declare(), (e, r) => e.Variable($"customer.{r.Name}", CelType.Double))
        .Variable("customer.Country", CelType.String)
        .Variable("customer.Plan", CelType.String)
        .Build();

    public static CelBinding<CustomerRow> Binding { get; } = Ranges
        .Aggregate(CelBinding.For<CustomerRow>(), (b, r) => b.Number($"customer.{r.Name}", r.Read))
        .Text("customer.Country", c => c.Country)
        .Text("customer.Plan", c => c.Plan)
        .Build();

    public static IReadOnlyList<string> Names { get; } = [.. Ranges.Select(r => r.Name)];

    public int Customers { get; }

    /// <summary>A column of numbers by name, in the order of <see cref="Names"/>.</summary>
    public double[][] Columns { get; }

    /// <summary>The first customers as the host's objects. Texts are read from somewhere, so equal ones are not one object.</summary>
    public CustomerRow[] Rows(int customers) => [.. Enumerable.Range(0, customers).Select(i => new CustomerRow
    {
        ActiveUsers = Columns[0][i],
        Adoption = Columns[1][i],
        DaysSinceLogin = Columns[2][i],
        InvoiceDelay = Columns[3][i],
        Logins = Columns[4][i],
        Nps = Columns[5][i],
        Seats = Columns[6][i],
        Spend = Columns[7][i],
        Tenure = Columns[8][i],
        Tickets = Columns[9][i],
        Country = _countries[i] < 0 ? null : new string(Countries[_countries[i]].AsSpan()),
        Plan = _plans[i] < 0 ? null : new string(Plans[_plans[i]].AsSpan()),
    })];

    private static double Number(double low, double high, bool isWhole, double share) => low + (isWhole ? Math.Floor((high - low) * share) : (high - low) * share);

    private static T[] Filled<T>(int length, Func<T> next)
    {
        var column = new T[length];
        foreach (ref var value in column.AsSpan())
        {
            value = next();
        }

        return column;
    }
}
