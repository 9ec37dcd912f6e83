using System.Globalization;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>What is simulated. Every property is checked where it is set. Immutable.</summary>
public sealed class SimulationOptions
{
    public const int MostAccounts = 20_000;
    public const int FewestDays = 28;
    public const int MostDays = 3_650;

    private readonly int _accounts = 500;
    private readonly int _days = 730;

    /// <summary>The first instant of which there are signals: Monday, 1 January 2024, 00:00 UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same seed gives the same accounts, to the bit; 1 unless stated.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many accounts: 1 to <see cref="MostAccounts"/>, 500 unless stated. The first of more are those of fewer. Some begin later than the start, and those that would begin after the end are not there.</summary>
    public int Accounts
    {
        get => _accounts;
        init => _accounts = Checked(value, 1, MostAccounts, "accounts");
    }

    /// <summary>How many days: <see cref="FewestDays"/> to <see cref="MostDays"/>, 730 unless stated. A longer simulation begins with the shorter one.</summary>
    public int Days
    {
        get => _days;
        init => _days = Checked(value, FewestDays, MostDays, "days");
    }

    /// <summary>Midnight after the last day: what holds from it on is there, and nothing happens after it.</summary>
    public DateTimeOffset End => Start.AddDays(Days);

    private static int Checked(int value, int least, int most, string what) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"The number of {what} is {least} to {most}."));
}
