using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Composition;

/// <summary>Finds what rules name and nothing has: it shows when everything is put together.</summary>
internal sealed class RuleReferences
{
    private readonly CustomerHealthBuilder _said;
    private readonly CustomerHealthPlan _plan;
    private readonly CustomerVocabulary? _declared;
    private readonly string[]? _bands;
    private readonly string[] _channels;

    private RuleReferences(CustomerHealthBuilder said, CustomerHealthPlan plan, CustomerVocabulary? declared)
    {
        (_said, _plan, _declared) = (said, plan, declared);
        HealthBands?[] bands = [.. said.Strategies.Select(s => BandsOf(s.Strategy)).Concat(said.ColdStarts.Select(s => BandsOf(s.Strategy)))];
        _bands = Array.Exists(bands, b => b is null) ? null : [.. bands.SelectMany(b => b!.Bands).Select(b => b.Name).Distinct(StringComparer.Ordinal)];
        _channels = [.. Experiences.SelectMany(s => s.Segments).SelectMany(s => s.Experience?.Channels ?? []).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<SegmentScheme> Experiences => _said.Schemes.Where(s => s.Purpose == SegmentPurpose.Experience);

    /// <param name="rules">The rules.</param>
    /// <param name="said">What was said about customers.</param>
    /// <param name="plan">What that comes to.</param>
    /// <param name="declared">The signals and traits that there are; null where the host may have declared more.</param>
    /// <param name="found">Takes the mistakes.</param>
    public static void Check(IReadOnlyList<Rule> rules, CustomerHealthBuilder said, CustomerHealthPlan plan, CustomerVocabulary? declared, DiagnosticList found)
    {
        var references = new RuleReferences(said, plan, declared);
        foreach (var rule in rules)
        {
            references.Check(rule.Content, new($"rule/{rule.Name}", found));
        }
    }

    private void Check(RuleContent content, RuleMistakes rule)
    {
        foreach (var (part, condition) in content.Conditions.Where(c => c.Condition is not ConditionExpression<CustomerFacts>))
        {
            foreach (var name in condition.NamedFacts.Where(n => _plan.Model.Facts.Vocabulary.Find(n) is null).Distinct(StringComparer.Ordinal))
            {
                rule.Add("IN020", part.Replace('.', '/'), $"The rule reads '{name}', and nothing reads that from the facts.", Suggestion.For(name, _plan.Model.Facts.Vocabulary.Names));
            }
        }

        if (_declared is { } declared)
        {
            Declared(content.Trigger, declared, rule);
        }

        Segment(content.Trigger as SegmentTrigger, rule);
        Named((content.Trigger as BandTrigger)?.To, _bands, "band", "trigger/band/to", rule);
        Named((content.Trigger as BandTrigger)?.From, _bands, "band", "trigger/band/from", rule);
        Channels(content, rule);
    }

    // A strategy of the host's own may give a score with whatever bands.
    private static HealthBands? BandsOf(IHealthScoreStrategy strategy) => (strategy as Scorecard)?.Bands ?? (strategy as CompositeStrategy)?.Bands;

    private static void Declared(RuleTrigger trigger, CustomerVocabulary declared, RuleMistakes rule)
    {
        foreach (var (part, signal) in RuleSources.SignalsOf(trigger))
        {
            Named(signal, [.. declared.Signals.Select(s => s.Name)], "signal", part, rule);
        }

        if (RuleSources.TraitOf(trigger) is not var (at, trait))
        {
            return;
        }

        Named(trait, [.. declared.Traits.Where(t => t.Kind == TraitKind.Instant).Select(t => t.Name)], "trait that is an instant", at, rule);
    }

    private void Segment(SegmentTrigger? trigger, RuleMistakes rule)
    {
        if (trigger is null)
        {
            return;
        }

        Named(trigger.Scheme, [.. _said.Schemes.Select(s => s.Name)], "scheme of segments", "trigger/segment", rule);
        if (_said.Schemes.FirstOrDefault(s => s.Name == trigger.Scheme) is { } scheme)
        {
            string[] segments = [.. scheme.Segments.Select(s => s.Name)];
            Named(trigger.Entered, segments, $"segment of '{scheme.Name}'", "trigger/entered", rule);
            Named(trigger.Left, segments, $"segment of '{scheme.Name}'", "trigger/left", rule);
        }
    }

    // Touches are steered by the scheme for experience, and by no other.
    private void Channels(RuleContent content, RuleMistakes rule)
    {
        if (!Experiences.Any())
        {
            return;
        }

        for (var i = 0; i < content.Ladder.Count; i++)
        {
            for (var j = 0; j < content.Ladder[i].Channels.Count; j++)
            {
                var channel = content.Ladder[i].Channels[j];
                if (!_channels.Contains(channel, StringComparer.Ordinal))
                {
                    rule.Add("IN021", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ladder/{i}/channels/{j}"), $"No experience has the channel '{channel}': it would never be used.", Suggestion.For(channel, _channels));
                }
            }
        }
    }

    private static void Named(string? name, string[]? among, string what, string part, RuleMistakes rule)
    {
        if (name is not null && among?.Contains(name, StringComparer.Ordinal) == false)
        {
            rule.Add("IN020", part, $"The rule names '{name}', and there is no such {what}.", Suggestion.For(name, among));
        }
    }
}
