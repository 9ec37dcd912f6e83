using System.Globalization;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// A simulated portfolio of a company that sells software to companies: customers, traits, subscriptions, signals, outcomes
/// and owners over two years, all dated. docs/simulator.md says what is planted. The same options give the same records, to
/// the bit, on every machine. It is made up, so nothing that is found in it is true of anybody.
/// </summary>
public sealed class Simulation
{
    private readonly Dictionary<string, SimulatedAccount> _byId;

    private Simulation(SimulationOptions options, IReadOnlyList<SimulatedAccount> accounts)
    {
        (Options, Accounts, _byId) = (options, accounts, accounts.ToDictionary(a => a.Id, StringComparer.Ordinal));
        foreach (var account in accounts)
            account.AddTo(Log, Signals);
    }

    public SimulationOptions Options { get; }

    /// <summary>The accounts that begin before the end, in their order.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; }

    /// <summary>Customers, traits, subscriptions, outcomes and owners.</summary>
    public AccountLog Log { get; } = new();

    /// <summary>The signals; before the start nothing is known of logins and features.</summary>
    public SignalLog Signals { get; } = NewSignals();

    /// <summary>Both logs, as sources.</summary>
    public CustomerSources Sources => CustomerSources.InMemory(Log, Signals);

    /// <summary>Simulates in memory: a thousand signals an account and more.</summary>
    public static Simulation Run(SimulationOptions? options = null)
    {
        options ??= new SimulationOptions();
        return new(options, [.. Each(options)]);
    }

    /// <summary>The accounts one after another, as they are asked for: none is kept.</summary>
    public static IEnumerable<SimulatedAccount> Each(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Enumerable.Range(1, options.Accounts).Select(number => AccountSimulator.Run(number, options)).OfType<SimulatedAccount>();
    }

    /// <summary>
    /// A log that says from when its signals are complete. Tickets and surveys always are: there was no desk and no survey
    /// before the start. Ids are not kept, for none comes twice.
    /// </summary>
    public static SignalLog NewSignals()
    {
        var fromTheStart = new SignalCoverage { From = SimulationOptions.Start };
        return new SignalLog(keepIds: false).Covers("login", fromTheStart).Covers("feature_used", fromTheStart);
    }

    /// <summary>The number of an account, from 1: that of its id.</summary>
    internal static int NumberOf(SimulatedAccount account) => int.Parse(account.Id.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>An account, or null where there is none of that id.</summary>
    public SimulatedAccount? Find(string id) => _byId.GetValueOrDefault(id);
}
