namespace CustomerSuccess.Interventions;

/// <summary>Reads the parts of a condition that are not made of others.</summary>
internal static class LeafReader
{
    public static ConditionLeaf Read(FactCondition condition, IFacts facts) => condition switch
    {
        ReadCondition read => Fact(read, facts),
        _ when condition.TraceOf(facts) is { } trace && condition is ICelCondition expression => ExpressionLeaf.Read(condition, expression.Expression, trace, facts),
        _ => new() { Text = $"{condition}", Holds = condition.Holds(facts), Values = [], Reads = [] },
    };

    private static ConditionLeaf Fact(ReadCondition condition, IFacts facts)
    {
        var name = condition.Fact;
        var (word, with) = condition.Comparison;
        var (scale, value, demands) = word switch
        {
            "atLeast" => (Scale.Number, Boxed(facts.Number(name)), Bound(with, from: true, isOpen: false)),
            "moreThan" => (Scale.Number, Boxed(facts.Number(name)), Bound(with, from: true, isOpen: true)),
            "atMost" => (Scale.Number, Boxed(facts.Number(name)), Bound(with, from: false, isOpen: false)),
            "lessThan" => (Scale.Number, Boxed(facts.Number(name)), Bound(with, from: false, isOpen: true)),
            "is" => (Scale.Words, Boxed(facts.Text(name)), Of(Scale.Words, with as string[] ?? [(string)with])),
            "isTrue" => (Scale.Flag, Boxed(facts.Flag(name)), Of(Scale.Flag, [true])),
            _ => (Scale.Flag, Reading.Unknown<object>(), ((Demand, Demand)?)null),
        };
        var shown = value.IsKnown ? Reading.Known(scale.Text(value.Value)) : Reading.Unknown<string>(value.Causes);
        return new()
        {
            Text = $"{condition}",
            Holds = condition.Holds(facts),
            Values = demands is null ? [] : [new() { Name = name, Value = shown }],
            Reads = [$"fact {name}"],
            Compared = demands is null ? null : new(name, value.IsKnown ? value.Value : null, shown, IsPlain: true),
            WhenTrue = demands?.Item1,
            WhenFalse = demands?.Item2,
        };
    }

    private static (Demand, Demand)? Bound(object number, bool from, bool isOpen) => from
        ? (Demand.From(Scale.Number, number, isOpen), Demand.To(Scale.Number, number, !isOpen))
        : (Demand.To(Scale.Number, number, isOpen), Demand.From(Scale.Number, number, !isOpen));

    private static (Demand, Demand)? Of(Scale scale, IEnumerable<object> values) => (Demand.Among(scale, values), Demand.Without(scale, values));

    private static Reading<object> Boxed<T>(Reading<T> reading)
        where T : notnull => reading.IsKnown ? Reading.Known<object>(reading.Value) : Reading.Unknown<object>(reading.Causes);
}
