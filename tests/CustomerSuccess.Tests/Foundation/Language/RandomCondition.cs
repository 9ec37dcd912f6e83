using System.Globalization;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Random conditions over the vocabulary of customers; and at which instants each may change, found without the engine: everything recorded, moved by every number of days that it names.</summary>
internal sealed class RandomCondition(Random random)
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];
    private static readonly string[] Zones = ["Europe/Berlin", "UTC", "America/New_York"];

    private readonly HashSet<int> _days = [];
    private bool _hasCalendar;

    /// <summary>The days that it names: lengths of windows, ages, distances.</summary>
    public IReadOnlyCollection<int> Days => _days;

    /// <summary>Whether it reads the calendar.</summary>
    public bool HasCalendar => _hasCalendar;

    /// <summary>Whether time alone moves it in ways that are not foreseen.</summary>
    public bool IsOpaque { get; private set; }

    public string Make(int depth) => depth == 0 ? Leaf() : random.Next(7) switch
    {
        0 or 1 => $"({Make(depth - 1)} && {Make(depth - 1)})",
        2 or 3 => $"({Make(depth - 1)} || {Make(depth - 1)})",
        4 => $"!({Make(depth - 1)})",
        5 => $"({Make(depth - 1)} ? {Make(depth - 1)} : {Make(depth - 1)})",
        _ => $"known({Make(depth - 1)})",
    };

    private string Leaf() => random.Next(14) switch
    {
        0 or 1 or 2 => $"{Number()} {Comparison()} {Constant()}",
        3 => $"orElse({Number()}, {Constant()}) {Comparison()} {Constant()}",
        4 => $"{Number()} {Comparison()} {Number()}",
        5 or 6 => $"{Age()} {Comparison()} {Length()}",
        7 => $"now - customer.signed {Comparison()} {Length()}",
        8 => $"customer.signed + {Length()} {Comparison()} now",
        9 => Calendar(),
        10 => random.Next(3) switch { 0 => "customer.plan == 'pro'", 1 => "has(customer.plan)", _ => "customer.plan == null" },
        11 => random.Next(3) switch
        {
            0 => $"subscriptions.exists(s, has(s.renewsAt) && s.renewsAt - now < {Length()})",
            1 => "subscriptions.exists(s, s.running)",
            _ => $"subscriptions.all(s, s.running || now - s.start {Comparison()} {Length()})",
        },
        12 => $"known({Number()})",
        _ => random.Next(4) == 0 ? Opaque() : $"customer.seats {Comparison()} {Constant()}",
    };

    private string Number() => random.Next(4) == 0
        ? $"{Signal()}.{Pick("count()", "latest()", "max()", "distinct()", "trend()")}"
        : random.Next(9) == 0
            ? $"{Signal()}.activeDays({Length()}, '{Pick(Zones)}')"
            : random.Next(12) == 0 ? Earlier() : $"{Signal()}.{Pick("count", "sum", "avg", "min", "max", "distinct", "latest", "trend")}({Length()})";

    private string Earlier()
    {
        _days.Add(365);
        _days.Add(366);
        _hasCalendar = true;
        return $"{Signal()}.lastYear('{Pick(Zones)}').{Pick("count", "sum", "latest")}({Length()})";
    }

    private string Age() => random.Next(2) == 0 ? $"{Signal()}.age()" : $"{Signal()}.age({Length()})";

    private string Signal() => $"signals.{Pick("login", "nps")}{Pick("", "", ".by('customer')", ".actor('ada')", ".by('customer').by('system')", ".acrossTree()", ".acrossTree().by('customer')")}";

    private string Calendar()
    {
        _hasCalendar = true;
        var zone = Pick(Zones);
        return random.Next(6) switch
        {
            0 => $"now.getDayOfWeek('{zone}') == {random.Next(7)}",
            1 => $"now.getHours('{zone}') {Comparison()} {random.Next(24)}",
            2 => $"now.getMonth('{zone}') {Comparison()} {random.Next(12)}",
            3 => $"now.getDate('{zone}') {Comparison()} {random.Next(1, 29)}",
            4 => $"(now + {Length()}).getDayOfYear('{zone}') {Comparison()} {random.Next(1, 120)}",
            _ => $"now.getFullYear('{zone}') == 2024",
        };
    }

    private string Opaque()
    {
        IsOpaque = true;
        return $"{Signal()}.age().inDays() * 2.0 {Comparison()} {Constant()}";
    }

    private string Length()
    {
        var days = random.Next(1, 40);
        _days.Add(days);
        return $"days({days})";
    }

    private string Constant() => random.Next(3) == 0 ? $"{random.Next(0, 4)}" : (random.Next(0, 8) / 2.0).ToString("0.0", CultureInfo.InvariantCulture);

    private string Comparison() => Pick(Comparisons);

    private string Pick(params string[] of) => of[random.Next(of.Length)];
}
