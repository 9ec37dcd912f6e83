using CustomerSuccess.Health;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class ScorecardAsStrategyProperties
{
    [Law]
    public void A_scorecard_over_columns_gives_by_name_what_it_gives_by_row(Seed seed)
    {
        var thrown = new Thrown(seed);
        var direct = thrown.Score();
        var score = new StrategyRunner("thrown", thrown.Card).Score(new()
        {
            Facts = Written(thrown),
            AsOf = direct.AsOf,
            Segment = thrown.Row.Segment,
            PreviousBand = direct.PreviousBand?.Name,
        });

        thrown.True(score.State == direct.State && score.Reason == direct.Reason, $"state {score.State} {score.Reason} and {direct.State} {direct.Reason}");
        thrown.Near(direct.Value ?? -1, score.Value ?? -1, "value", 1e-6);
        thrown.Near(direct.Lower!.Value, score.Lower!.Value, "lower bound", 1e-6);
        thrown.Near(direct.Upper!.Value, score.Upper!.Value, "upper bound", 1e-6);
        thrown.Near(direct.Coverage, score.Coverage, "coverage");
        thrown.True(score.Lines.Select(l => l.Cause?.Kind).SequenceEqual(direct.Lines.Select(l => l.Cause?.Kind)), "causes");
    }

    private static WrittenFacts Written(Thrown thrown)
    {
        var facts = Facts.None;
        foreach (var measure in thrown.Card.Program.MeasureModels)
        {
            facts = Put(thrown, facts, measure, measure.Name);
            facts = Put(thrown, facts, measure, InputNames.Last(measure.Name));
            if (measure.Usage is not null)
            {
                facts = Put(thrown, facts, measure, InputNames.Usage(measure.Name), isCategory: false);
            }

            if (measure.Curve is TableCurve)
            {
                facts = Put(thrown, facts, measure, InputNames.By(measure.Name));
                facts = Put(thrown, facts, measure, InputNames.LastBy(measure.Name));
            }
        }

        foreach (var name in thrown.Card.Inputs.Where(n => n.EndsWith('?') && !double.IsNaN(thrown.Row[n])))
        {
            facts = facts.With(name[..^1], thrown.Row[name] >= 0.5);
        }

        return facts;
    }

    private static WrittenFacts Put(Thrown thrown, WrittenFacts facts, MeasureModel measure, string name, bool isCategory = true)
    {
        var (value, days) = (thrown.Row[name], thrown.Row[InputNames.Age(name)]);
        TimeSpan? age = Math.Abs(days) < 1e6 ? TimeSpan.FromDays(days) : null;
        return FailedReading.Is(value) ? facts.Unknown(name, UnknownKind.ReaderFailed)
            : double.IsInfinity(value) ? facts.Unknown(name, UnknownKind.NotANumber)
            : double.IsNaN(value) ? facts
            : isCategory && measure.Curve is CategoryCurve ? facts.With(name, RawText.Of(measure, value) ?? "none of them", age)
            : facts.With(name, value, age);
    }
}
