using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Goes through everything that reads.</summary>
internal sealed class LineageWalk(CustomerHealthPlan plan, IReadOnlyList<Rule> rules)
{
    private readonly List<LineageEntry> _entries = [];

    public IReadOnlyList<LineageEntry> Entries()
    {
        var facts = plan.Model.Facts;
        foreach (var reader in facts.Vocabulary.All.Where(r => r.Source is not SegmentSource))
        {
            Add(new(LineageReaderKind.Fact, reader.Name, ""), [reader.Source]);
        }

        foreach (var scheme in facts.Schemes)
        {
            foreach (var segment in scheme.Segments.Where(s => s.When is not null))
            {
                Add(new(LineageReaderKind.Segment, segment.Name, scheme.Name), OfCondition(segment.When!));
            }
        }

        foreach (var scorecard in plan.Scorecards)
        {
            Add(scorecard);
        }

        foreach (var template in plan.Model.Plans.Templates)
        {
            Add(template);
        }

        foreach (var rule in rules)
        {
            Add(new(LineageReaderKind.Rule, rule.Name, ""), rule.Content.Conditions.SelectMany(c => OfCondition(c.Condition)).Concat(RuleSources.Of(rule.Content)));
        }

        // What is read both ways is read directly.
        return Array.AsReadOnly([.. _entries
            .OrderBy(e => e.ThroughSegment)
            .DistinctBy(e => (e.Kind, e.Name, e.Reader))
            .OrderBy(e => e.Kind).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.ReadBy, StringComparer.Ordinal)]);
    }

    private void Add(Scorecard scorecard)
    {
        if (scorecard is Scorecard<CustomerFacts> ofFacts)
        {
            foreach (var (input, source) in ofFacts.InputSources)
            {
                Add(ReaderOf(scorecard, input), [source]);
            }

            return;
        }

        // A scorecard over columns reads its inputs by name.
        for (var i = 0; i < scorecard.Inputs.Count; i++)
        {
            if (plan.Model.Facts.Vocabulary.Find(scorecard.Inputs[i]) is { } fact)
            {
                Add(ReaderOf(scorecard, i), [fact.Source]);
            }
        }
    }

    private void Add(PlanTemplate template)
    {
        foreach (var item in template.Content.Items.Where(i => i.Evidence is not null))
        {
            Add(new(item is Milestone ? LineageReaderKind.Milestone : LineageReaderKind.Accountability, item.Id, template.Name), OfCondition(item.Evidence!));
        }

        foreach (var objective in template.Content.Objectives)
        {
            Add(new(LineageReaderKind.Objective, objective.Id, template.Name), objective.Measure.Sources);
            foreach (var milestone in template.Content.Milestones.Where(m => m.Objective == objective.Id))
            {
                Add(new(LineageReaderKind.Milestone, milestone.Id, template.Name), objective.Measure.Sources);
            }
        }
    }

    private static LineageReader ReaderOf(Scorecard scorecard, int input) => scorecard.PartOf(input) is var (isException, name)
        ? new(isException ? LineageReaderKind.Exception : LineageReaderKind.Measure, name, scorecard.Name)
        : throw new InvalidOperationException($"Input {input} of '{scorecard.Name}' belongs to nothing.");

    private void Add(LineageReader reader, IEnumerable<object> sources)
    {
        foreach (var (source, throughSegment) in Reached(sources))
        {
            _entries.Add(source switch
            {
                SignalMeasure measure => new(LineageKind.Signal, measure.Signal, reader, throughSegment),
                TraitSource trait => new(LineageKind.Trait, trait.Trait, reader, throughSegment),
                SegmentSource segment => new(LineageKind.Segment, segment.Scheme, reader, throughSegment),
                FunctionSource function => new(LineageKind.Function, function.Name, reader, throughSegment),
                PlanSource => new(LineageKind.Name, "plan", reader, throughSegment),
                string name => new(LineageKind.Name, name, reader, throughSegment),
                _ => new(LineageKind.Lambda, "", reader, throughSegment),
            });
        }
    }

    // A segment is what its conditions read, and those of the segments that these read; a plan what its evidence and measures read; a score what its measures and exceptions read.
    private List<(object Source, bool ThroughSegment)> Reached(IEnumerable<object> sources)
    {
        var (found, schemes, open) = (new List<(object, bool)>(), new HashSet<string>(StringComparer.Ordinal), new Queue<(object Source, bool ThroughSegment)>(sources.Select(s => (s, false))));
        var (isPlanned, isScored) = (false, false);
        while (open.TryDequeue(out var next))
        {
            foreach (var one in ExpressionSources.Of(next.Source))
            {
                found.Add((one, next.ThroughSegment));
                if (one is PlanSource && isPlanned != (isPlanned = true))
                {
                    foreach (var behind in plan.Model.Plans.Templates.SelectMany(OfPlan))
                    {
                        open.Enqueue((behind, next.ThroughSegment));
                    }
                }

                if (one is HealthLanguage.Band or HealthLanguage.Value && isScored != (isScored = true))
                {
                    foreach (var behind in plan.Scorecards.SelectMany(OfScorecard))
                    {
                        open.Enqueue((behind, next.ThroughSegment));
                    }
                }

                if (one is SegmentSource { Scheme: var name } && schemes.Add(name) && plan.Model.Facts.Schemes.FirstOrDefault(s => s.Name == name) is { } scheme)
                {
                    foreach (var behind in scheme.Segments.Select(s => s.When).OfType<FactCondition>().SelectMany(OfCondition))
                    {
                        open.Enqueue((behind, true));
                    }
                }
            }
        }

        return found;
    }

    private IEnumerable<object> OfScorecard(Scorecard scorecard) => scorecard is Scorecard<CustomerFacts> ofFacts
        ? ofFacts.InputSources.Select(i => i.Source)
        : scorecard.Inputs.Select(i => plan.Model.Facts.Vocabulary.Find(i)?.Source).OfType<object>();

    private IEnumerable<object> OfPlan(PlanTemplate template) =>
        template.Content.Items.Select(i => i.Evidence).OfType<FactCondition>().SelectMany(OfCondition).Concat(template.Content.Objectives.SelectMany(o => o.Measure.Sources));

    private IEnumerable<object> OfCondition(FactCondition condition) =>
        condition.Sources.Concat(condition.NamedFacts.Select(n => plan.Model.Facts.Vocabulary.Find(n)?.Source).OfType<object>());
}
