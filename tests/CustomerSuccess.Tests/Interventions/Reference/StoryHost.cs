using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>What a host gives for a story: its records, a store, channels, silences.</summary>
internal sealed class StoryHost
{
    private readonly Story _story;
    private readonly AccountLog _accounts = new();
    private readonly SignalLog _signals = new();
    private readonly ContactLog _contacts = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private int _answers;

    public StoryHost(Story story)
    {
        _story = story;
        story.Record(_accounts, _signals, _contacts);
        Channels = [Channel("email"), Channel("in-app")];
    }

    public IInterventionStore Store { get; init; } = new InMemoryInterventionStore();

    public IReadOnlyList<RecordingChannel> Channels { get; }

    public int Threads { get; init; } = 1;

    public int Batch { get; init; } = 64;

    public CustomerInterventions Engine(IReadOnlyList<StoryRule> rules) => CustomerInterventions.Of(
        Story.Health(_accounts, _signals, _contacts, Batch, Threads),
        RuleSet.Of(rules.Select(r => r.Rule), _story.Policy, _story.AllRules.Select(r => r.Rule).DistinctBy(r => r.ConfigurationHash).Where(r => !rules.Any(a => a.Rule.ConfigurationHash == r.ConfigurationHash))),
        new() { Store = Store, Silences = new Given(_story.Silences), Channels = Channels });

    /// <summary>Of whom anything was recorded after a cycle up to the next.</summary>
    public string[] Changed(DateTimeOffset? last, DateTimeOffset at) => [.. _story.Customers.Where(c => c.Instants.Any(i => i.Recorded > last && i.Recorded <= at)).Select(c => c.Id)];

    /// <summary>Records that a contact answers a touch.</summary>
    public void Answer(string customer, TouchKey touch, StoryStep.Answer step)
    {
        var talk = new Dated<StoryTalk>(step.At, step.Recorded, new($"answer{_answers++}", touch.ContactId!, !step.NamesTouch, step.NamesTouch ? touch.ToString() : null));
        _story.Customers.Single(c => c.Id == customer).Talks.Add(talk);
        _contacts.Add(Story.Written(customer, talk));
    }

    private static RecordingChannel Channel(string name) => new(name, m => new(Story.SaidOf(m.Key.ToString(), m.Attempt)));

    private sealed class Given(IReadOnlyList<Silence> silences) : ISilenceSource
    {
        public ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken) => ValueTask.FromResult(silences);
    }
}
