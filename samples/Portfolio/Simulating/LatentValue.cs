namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Something that happens to an account and moves its value.</summary>
internal enum ShockKind
{
    /// <summary>The user who drove the matter leaves the company.</summary>
    ChampionLeft,

    /// <summary>The product fails badly.</summary>
    Incident,

    /// <summary>The account finds something more to do with the product.</summary>
    NewUse,
}

/// <summary>
/// What the product is worth to an account, week by week: nobody sees it, and everything follows from it. With fit f,
/// v ← v + 0.08·(f − v) + 0.15·ε, ε about normal, and shocks. Weeks are drawn one after another, whenever they are asked for.
/// </summary>
internal sealed class LatentValue(double fit, int firstDay, Xoshiro256 dice)
{
    private const double Pull = 0.08;
    private const double Noise = 0.15;

    private readonly List<double> _weeks = [];
    private readonly List<(int Day, ShockKind Kind)> _shocks = [];
    private double _fit = fit;

    /// <summary>The first day of the first week.</summary>
    public int FirstDay => firstDay;

    /// <summary>The value on a day; before the first day, that of the first.</summary>
    public double At(int day)
    {
        var week = Math.Max(0, day - firstDay) / 7;
        while (_weeks.Count <= week)
            Step();
        return _weeks[week];
    }

    /// <summary>The mean of the weeks that begin within some days before a day; of a young account, of those there are.</summary>
    public double MeanBefore(int day, int days)
    {
        var (sum, count) = (0.0, 0);
        for (var at = day - 7; at >= day - days && at >= firstDay; at -= 7)
        {
            sum += At(at);
            count++;
        }

        return count == 0 ? At(day) : sum / count;
    }

    /// <summary>What happened up to a day (excluded), in order.</summary>
    public IEnumerable<(int Day, ShockKind Kind)> ShocksBefore(int day)
    {
        At(day);
        return _shocks.Where(s => s.Day < day);
    }

    private void Step()
    {
        var day = firstDay + (7 * _weeks.Count);
        var value = _weeks.Count == 0 ? 0.5 * _fit : _weeks[^1];
        value += (Pull * (_fit - value)) + (Noise * dice.Normal());
        if (dice.Chance(0.004))
        {
            _shocks.Add((day, ShockKind.ChampionLeft));
            (value, _fit) = (value - 0.8, _fit - 0.5);
        }

        if (dice.Chance(0.006))
        {
            _shocks.Add((day, ShockKind.Incident));
            value -= 0.5;
        }

        if (dice.Chance(0.006))
        {
            _shocks.Add((day, ShockKind.NewUse));
            (value, _fit) = (value + 0.4, _fit + 0.25);
        }

        _weeks.Add(value);
    }
}
