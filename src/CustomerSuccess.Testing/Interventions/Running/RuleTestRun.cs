using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Testing;

/// <summary>Runs one test: the engine over what is given, cycle by cycle.</summary>
internal sealed class RuleTestRun
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly RuleTestCase _test;
    private readonly CustomerInterventions _engine;
    private readonly List<(string Customer, CaseEvent Given)> _events = [];
    private readonly List<InterventionProblem> _problems = [];

    private RuleTestRun(RuleTestCase test, CustomerInterventions engine) => (_test, _engine) = (test, engine);

    public static async Task<RuleTestResult> RunAsync(RuleTestCase test, RuleSet rules, Func<CustomerSources, CustomerHealth> health, CancellationToken cancellationToken)
    {
        var active = test.Rules is { } only ? RuleSet.Of(rules.Rules.Where(r => only.Contains(r.Name, StringComparer.Ordinal)), rules.Policy, rules.Former) : rules;
        var host = new InterventionHost { Channels = [.. ChannelsOf(test.Given, rules, health).Select(c => new RecordingChannel(c))], Silences = new Given(test.Given.Silences) };
        var run = new RuleTestRun(test, CustomerInterventions.Of(health(SourcesOf(test.Given)), active, host));
        var failures = await run.FailuresAsync(cancellationToken).ConfigureAwait(false);
        return new() { Document = test.Document, Line = test.Line, Name = test.Name, Failures = failures.AsReadOnly() };
    }

    private async ValueTask<List<RuleTestFailure>> FailuresAsync(CancellationToken cancellationToken)
    {
        // How a rule stands at an instant is asked before the next cycle is run: later ones leave no trace in it.
        var (asked, answers) = (_test.Expected.Why.OrderBy(w => w.At).ToList(), new List<(ExpectedAnswer Expected, RuleExplanation Actual)>());
        foreach (var at in _test.Cycles)
        {
            while (asked.Count > 0 && asked[0].At < at)
            {
                answers.Add((asked[0], await AskAsync(asked[0], cancellationToken).ConfigureAwait(false)));
                asked.RemoveAt(0);
            }

            await CycleAsync(at, cancellationToken).ConfigureAwait(false);
        }

        foreach (var rest in asked)
        {
            answers.Add((rest, await AskAsync(rest, cancellationToken).ConfigureAwait(false)));
        }

        var cases = new List<InterventionCase>();
        foreach (var customer in _test.Given.Customers.Select(c => c.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cases.AddRange(await _engine.CasesAsync(customer, cancellationToken).ConfigureAwait(false));
        }

        return RuleTestComparison.Failures(_test.Expected, cases, _events, answers, [.. _problems.Distinct()]);
    }

    private Task<RuleExplanation> AskAsync(ExpectedAnswer asked, CancellationToken cancellationToken) => _engine.WhyAsync(asked.Customer, asked.Rule, asked.At, null, cancellationToken);

    private async ValueTask CycleAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var report = await _engine.RunAsync(at, null, cancellationToken).ConfigureAwait(false);
        See(report.Changes, report.Problems);
        if (_test.ChannelsSend)
        {
            var delivery = await _engine.DeliverAsync(at, cancellationToken).ConfigureAwait(false);
            See(delivery.Changes, delivery.Problems);
        }

        if (!_test.PeopleAct)
        {
            return;
        }

        foreach (var customer in _test.Given.Customers.Select(c => c.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var touch in (await _engine.CasesAsync(customer, cancellationToken).ConfigureAwait(false)).Where(c => c.IsOpen).SelectMany(c => c.Touches).Where(t => t is { IsByPeople: true, State: TouchState.Reserved } && t.DueAt <= at))
            {
                await _engine.CompleteAsync(customer, touch.Key, at, null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void See(IReadOnlyList<CustomerEvents> changes, IReadOnlyList<InterventionProblem> problems)
    {
        _events.AddRange(changes.SelectMany(c => c.Events.Where(e => e is TouchSuppressed or OccurrenceSuppressed).Select(e => (c.CustomerId, e))));
        _problems.AddRange(problems);
    }

    private static CustomerSources SourcesOf(RuleTestGiven given)
    {
        var (accounts, signals, contacts) = (new AccountLog(), new SignalLog(), new ContactLog(Salt));
        given.Customers.ForEach(c => accounts.Add(c));
        given.Ownerships.ForEach(o => accounts.Add(o));
        given.Traits.ForEach(t => accounts.Add(t));
        given.Subscriptions.ForEach(s => accounts.Add(s));
        given.Coverages.ForEach(c => signals.Covers(c.Signal, c.Coverage));
        given.Signals.ForEach(s => signals.Append(s));
        given.Contacts.ForEach(c => contacts.Add(c));
        given.Consents.ForEach(c => contacts.Add(c));
        given.Interactions.ForEach(i => contacts.Add(i));
        return CustomerSources.InMemory(accounts, signals, contacts, new PlanLog());
    }

    // Every channel that a touch may have: of experiences, of rungs, of contacts.
    private static IEnumerable<string> ChannelsOf(RuleTestGiven given, RuleSet rules, Func<CustomerSources, CustomerHealth> health) =>
        health(SourcesOf(given)).Schemes.SelectMany(s => s.Segments).SelectMany(s => s.Experience?.Channels ?? [])
            .Concat(rules.Rules.Concat(rules.Former).SelectMany(r => r.Content.Ladder).SelectMany(r => r.Channels))
            .Concat(given.Contacts.SelectMany(c => c.Channels ?? []))
            .Where(c => !string.IsNullOrWhiteSpace(c)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private sealed class Given(IReadOnlyList<Silence> silences) : ISilenceSource
    {
        public ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken) => ValueTask.FromResult(silences);
    }
}
