using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>
/// The first 120 days of a customer with its plan: the signals are the simulator's, what people report is drawn, and the plan's state is asked for as
/// of some evenings, as known then. The same options give the same launch on every machine.
/// </summary>
public sealed class Launch
{
    private const string Zone = "UTC";
    private static readonly int[] Looked = [0, 30, 60, 90, LaunchAccount.Days];

    private readonly CustomerHealth _health;

    private Launch(LaunchAccount account, SimulationOptions options, CustomerConfiguration configuration)
    {
        var template = configuration.Plans[0];
        (Account, Options) = (account, options);
        var (accounts, signals) = (new AccountLog(), Simulation.NewSignals());
        account.Account.AddTo(accounts, signals);
        _health = configuration.Over(CustomerSources.InMemory(accounts, signals, plans: Log));
        var version = template.Instantiate("launch", PlanHolder.Customer(account.Account.Id), account.StartsOn, Zone, null, Owners(account, template.Content));
        Log.Add(version);
        Plan = template.For(version);
        var dice = Xoshiro256.For(options.Seed, account.Profile.Number, (int)Purpose.Launch);
        var course = new LaunchCourse(Plan.Content, StateAt(new(account.At(LaunchAccount.Days), options.End)), dice);
        foreach (var given in new LaunchEvents(account, Plan, course, dice).All())
            Log.Add(given);
        Days = [.. Looked.Select(Look)];
    }

    /// <summary>The customer.</summary>
    public string CustomerId => Account.Account.Id;

    internal LaunchAccount Account { get; }

    /// <summary>What is simulated.</summary>
    public SimulationOptions Options { get; }

    /// <summary>The account's plan, made from the template.</summary>
    public SuccessPlan Plan { get; }

    /// <summary>The plan and all that is recorded about it.</summary>
    public PlanLog Log { get; } = new();

    /// <summary>The days 0, 30, 60, 90 and 120.</summary>
    public IReadOnlyList<LaunchDay> Days { get; }

    /// <summary>Simulates a launch.</summary>
    /// <param name="options">What is simulated.</param>
    /// <param name="account">The account; null for the first that fits.</param>
    /// <param name="configuration">Has the template: the first by name.</param>
    /// <exception cref="InputException">There is no such account, or its launch is not simulated.</exception>
    public static Launch Run(SimulationOptions options, string? account, CustomerConfiguration configuration) =>
        new(LaunchAccount.Choose(options, account), options, configuration);

    /// <summary>How the plan stands.</summary>
    public PlanState StateAt(ScoreInstant instant) => _health.PlanAsync(Account.Account.Id, instant).AsTask().GetAwaiter().GetResult()!;

    // Everything that the plan announces is tried on every evening but the first, and asked for where it may be.
    private LaunchDay Look(int day)
    {
        var state = StateAt(new(Account.At(day)));
        if (day == 0)
            return new() { Day = day, State = state, Asks = [] };
        List<LaunchAsk> asks = [];
        foreach (var teeUp in TeeUps.Of(state).Where(t => t.Ask is null))
        {
            var permission = TeeUps.Ask(state, teeUp.Id, $"{teeUp.Id} asked", Account.Owner, Account.Person(0));
            asks.Add(new(teeUp.Id, permission.IsAllowed, permission.Reason));
            if (permission.Ask is { } ask)
                Record(ask);
        }

        return new() { Day = day, State = state, Asks = asks };
    }

    // Known once it was asked: the state in which it was asked does not know it yet.
    private void Record(TeeUpAsked ask)
    {
        Log.Add(ask with { RecordedAt = ask.OccurredAt.AddMinutes(10) });
        Log.Add(new TeeUpAnswered($"{ask.TeeUp} answered", ask.PlanId, ask.CustomerId, ask.OccurredAt.AddDays(3), ask.Id, TeeUpOutcome.Accepted));
    }

    // The champion, the others of the customer's people by their roles, and whoever looks after the account.
    private static List<PlanChange> Owners(LaunchAccount account, PlanContent content)
    {
        string[] roles = [.. content.Accountabilities.Where(a => a.Party == PlanParty.Customer).Select(a => a.Role).OfType<string>().Distinct(StringComparer.Ordinal)];
        return [.. content.Accountabilities.Where(a => a.Role is not null && a.Owner is null)
            .Select(a => new OwnerNamed(a.Id, a.Party == PlanParty.Vendor ? account.Owner : account.Person(Array.IndexOf(roles, a.Role))))];
    }
}
