using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>The account whose launch is walked through: it begins within the simulated time, and stays for as long as the walk lasts.</summary>
internal sealed class LaunchAccount
{
    /// <summary>How many days the walk lasts.</summary>
    public const int Days = 120;

    private const int EveningHour = 20 * 60 * 60;

    // Unless one is named: a month of signals before it, so that every window is covered from its first day on, and a team to train.
    private const int UsualFirstDay = 28;
    private const int UsualUsers = 5;

    private LaunchAccount(AccountProfile profile, SimulatedAccount account) => (Profile, Account) = (profile, account);

    public AccountProfile Profile { get; }

    public SimulatedAccount Account { get; }

    public DateOnly StartsOn => DateOnly.FromDateTime(Calendar.At(Profile.FirstDay).UtcDateTime);

    /// <summary>Who looks after the account on its first day.</summary>
    public string Owner => Account.Ownerships[0].OwnerId!;

    /// <summary>The evening of a day of the launch, by when what happened on it has happened.</summary>
    public DateTimeOffset At(int day) => At(day, EveningHour);

    public DateTimeOffset At(int day, int seconds) => Calendar.At(Profile.FirstDay + day, seconds);

    /// <summary>One of the account's people, as its signals name them.</summary>
    /// <param name="number">From 0; counted round where there are fewer.</param>
    public string Person(int number) => FormattableString.Invariant($"{Profile.Id}-u{1 + (number % Profile.Users.Length)}");

    /// <summary>The account that is named, or the first that fits.</summary>
    /// <exception cref="InputException">There is none, or its launch is not simulated.</exception>
    public static LaunchAccount Choose(SimulationOptions options, string? id)
    {
        if (id is not null)
            return Named(options, id.Trim());
        var found = Usual(options, UsualFirstDay, UsualUsers) ?? Usual(options, 0, 1);
        return found ?? throw new InputException($"none of the accounts 1 to {Words.Count(options.Accounts)} begins within {Words.Count(options.Days)} days and stays for {Days} more. Simulate more: --accounts 500 --days 730");
    }

    private static LaunchAccount? Usual(SimulationOptions options, int firstDay, int users) => Profiles(options)
        .Where(p => p.FirstDay >= firstDay && p.Users.Length >= users && p.FirstDay + Days < options.Days)
        .Select(p => new LaunchAccount(p, AccountSimulator.Run(p.Number, options)!))
        .FirstOrDefault(l => l.LostAt is null);

    private static LaunchAccount Named(SimulationOptions options, string id)
    {
        var profile = Profiles(options).FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"there is no account {Quoted.Text(id)} among the first {Words.Count(options.Accounts)}.{Nearest.Hint(id, Profiles(options).Select(p => p.Id))} Without --account the first that fits is taken.");
        var first = Words.Day(Calendar.At(profile.FirstDay));
        if (profile.FirstDay < 0)
            throw new InputException($"{profile.Id} began on {first}, before the simulation, so its launch is not simulated.{Instead(options)}");
        if (profile.FirstDay + Days >= options.Days)
            throw new InputException($"{profile.Id} begins on {first}, and the simulation ends on {Words.Day(options.End)}: {Days} days of a launch are walked through. Simulate longer with --days, up to {Words.Count(SimulationOptions.MostDays)}.");
        var launch = new LaunchAccount(profile, AccountSimulator.Run(profile.Number, options)!);
        return launch.LostAt is { } lost
            ? throw new InputException($"{profile.Id} began on {first} and was lost on {Words.Day(lost)}, before its launch was over.{Instead(options)}")
            : launch;
    }

    private DateTimeOffset? LostAt => Account.Outcomes.FirstOrDefault(o => o.IsLoss && o.TakesEffectAt <= At(Days))?.TakesEffectAt;

    private static string Instead(SimulationOptions options) =>
        (Usual(options, UsualFirstDay, UsualUsers) ?? Usual(options, 0, 1)) is { } other ? $" Take one that begins later, for instance --account {other.Profile.Id}." : " Simulate more accounts.";

    private static IEnumerable<AccountProfile> Profiles(SimulationOptions options) => Enumerable.Range(1, options.Accounts).Select(number => AccountSimulator.Profile(number, options));
}
