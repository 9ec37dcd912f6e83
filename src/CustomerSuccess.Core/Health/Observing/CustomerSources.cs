using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>
/// Where the host's facts are read from. What is left out is not known. One object may be several of these. Immutable, as far
/// as the sources are.
/// </summary>
public sealed class CustomerSources
{
    private readonly IReadOnlyList<string> _signalNames = [];

    /// <summary>The customers. Left out, customers are those that a <see cref="SignalLog"/> has signals of.</summary>
    public ICustomerSource? Customers { get; init; }

    /// <summary>Their traits.</summary>
    public ITraitSource? Traits { get; init; }

    /// <summary>Their subscriptions.</summary>
    public ISubscriptionSource? Subscriptions { get; init; }

    /// <summary>What became of them.</summary>
    public IOutcomeSource? Outcomes { get; init; }

    /// <summary>Who owns them.</summary>
    public IOwnershipSource? Ownerships { get; init; }

    /// <summary>Their signals.</summary>
    public ISignalSource? Signals { get; init; }

    /// <summary>Their contacts, with lawful bases and opt-outs.</summary>
    public IContactSource? Contacts { get; init; }

    /// <summary>What passed between them and the vendor.</summary>
    public IInteractionSource? Interactions { get; init; }

    /// <summary>What is wrong at them.</summary>
    public IIssueSource? Issues { get; init; }

    /// <summary>Who was asked to speak for the vendor.</summary>
    public IAdvocacySource? Advocacy { get; init; }

    /// <summary>Remarks that hint at growth.</summary>
    public IExpansionLeadSource? Leads { get; init; }

    /// <summary>Their plans, and what was recorded about them.</summary>
    public IPlanSource? Plans { get; init; }

    /// <summary>Signals that lambdas read, beside those that measures name: a source other than a <see cref="SignalLog"/> is asked for these only.</summary>
    public IReadOnlyList<string> SignalNames
    {
        get => _signalNames;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _signalNames = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Sources in memory.</summary>
    public static CustomerSources InMemory(AccountLog? accounts = null, SignalLog? signals = null, ContactLog? contacts = null, PlanLog? plans = null) => new()
    {
        Customers = accounts,
        Traits = accounts,
        Subscriptions = accounts,
        Outcomes = accounts,
        Ownerships = accounts,
        Signals = signals,
        Contacts = contacts,
        Interactions = contacts,
        Issues = contacts,
        Advocacy = contacts,
        Leads = contacts,
        Plans = plans,
    };
}
