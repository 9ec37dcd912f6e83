using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>The functions of lists of numbers that every language has.</summary>
internal static class NumberLists
{
    private const string Sum = "sum";

    private static readonly CelType Numbers = CelType.ListOf(CelType.Double);

    public static void AddTo(CelEnvironmentBuilder environment)
    {
        Add(environment, Sum, "The sum of numbers; of nothing 0.", numbers => numbers.Sum());
        Add(environment, "avg", "The mean of numbers; of nothing an error.", numbers => numbers.Sum() / numbers.Count);
        Add(environment, "min", "The smallest number; of nothing an error.", numbers => numbers.Min());
        Add(environment, "max", "The largest number; of nothing an error.", numbers => numbers.Max());
    }

    private static void Add(CelEnvironmentBuilder environment, string name, string description, Func<IReadOnlyCollection<double>, double> compute) => environment.Function(
        name,
        [Numbers],
        CelType.Double,
        (call, x) => Compute(call, name, x[0].AsList(), compute),
        new() { IsReceiver = true, Version = Durations.Version, Description = description });

    private static CelValue Compute(CelCallContext call, string name, CelList list, Func<IReadOnlyCollection<double>, double> compute)
    {
        if (!call.Pay(list.Count))
        {
            return CelCallContext.TooCostly;
        }

        // A list of what may be null is one of numbers to the checker.
        foreach (var value in list)
        {
            if (value.Kind != CelKind.Double)
            {
                return CelValue.Of(new CelError(CelErrorKind.NoSuchOverload, $"{name} of a list with {value.Kind}"));
            }
        }

        return list.Count == 0 && name != Sum
            ? CelValue.Of(new CelError(CelErrorKind.InvalidArgument, $"{name} of nothing"))
            : CelValue.Of(compute([.. list.Select(v => v.AsDouble())]));
    }
}
