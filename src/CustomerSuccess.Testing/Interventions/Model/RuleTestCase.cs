using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Testing;

/// <summary>One test as it is written.</summary>
internal sealed class RuleTestCase
{
    public required string Document { get; init; }

    public required int Line { get; init; }

    public required string Name { get; init; }

    /// <summary>The rules that are run; null for all.</summary>
    public required IReadOnlyList<string>? Rules { get; init; }

    public required RuleTestGiven Given { get; init; }

    /// <summary>The instants of the cycles, in their order.</summary>
    public required IReadOnlyList<DateTimeOffset> Cycles { get; init; }

    /// <summary>Whether people do what waits for them, right after each cycle.</summary>
    public required bool PeopleAct { get; init; }

    /// <summary>Whether a channel sends what is due, right after each cycle.</summary>
    public required bool ChannelsSend { get; init; }

    public required RuleTestExpectation Expected { get; init; }
}

/// <summary>What is given.</summary>
internal sealed class RuleTestGiven
{
    public List<Customer> Customers { get; } = [];

    public List<Ownership> Ownerships { get; } = [];

    public List<Trait> Traits { get; set; } = [];

    public List<Subscription> Subscriptions { get; set; } = [];

    public List<Signal> Signals { get; } = [];

    public List<(string Signal, SignalCoverage Coverage)> Coverages { get; } = [];

    public List<Contact> Contacts { get; set; } = [];

    public List<ContactConsent> Consents { get; set; } = [];

    public List<Interaction> Interactions { get; set; } = [];

    public List<Silence> Silences { get; set; } = [];
}

/// <summary>What is expected; a list that is null is not compared.</summary>
internal sealed class RuleTestExpectation
{
    public IReadOnlyList<ExpectedCase>? Cases { get; init; }

    public IReadOnlyList<ExpectedTouch>? Touches { get; init; }

    public IReadOnlyList<ExpectedSuppression>? Suppressions { get; init; }

    public IReadOnlyList<ExpectedAnswer> Why { get; init; } = [];
}

/// <summary>A case that is expected; what is null is not compared.</summary>
internal sealed record ExpectedCase(string? Rule, string? Customer, DateTimeOffset? Fired, bool? IsOpen, CaseOutcome? Outcome, DateTimeOffset? Ended);

/// <summary>A touch that is expected.</summary>
internal sealed record ExpectedTouch(string? Rule, string? Customer, DateTimeOffset? Due, DateTimeOffset? Sent, string? Channel, string? Contact, bool? ByPeople, TouchState? State);

/// <summary>Something that is expected to be held back.</summary>
internal sealed record ExpectedSuppression(string? Rule, string? Customer, SuppressionReason? Reason, DateTimeOffset? At, DateTimeOffset? Until);

/// <summary>How a rule is expected to stand.</summary>
internal sealed record ExpectedAnswer(string Rule, string Customer, DateTimeOffset At, RuleStanding? Standing, SuppressionReason? Reason, DateTimeOffset? Next, DateTimeOffset? Until, string? Says);
