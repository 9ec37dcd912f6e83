using CustomerSuccess.Expressions;

namespace CustomerSuccess.Signals;

/// <summary>The functions that are called on signals.</summary>
internal static class SignalFunctions
{
    public const string By = "by";
    public const string Actor = "actor";
    public const string Product = "product";
    public const string AcrossTree = "acrossTree";
    public const string LastYear = "lastYear";
    public const string LastCycle = "lastCycle";
    public const string ActiveDays = "activeDays";
    public const string Age = "age";

    /// <summary>What is computed, by the function's name.</summary>
    public static IReadOnlyDictionary<string, Func<string, SignalMeasure>> Computed { get; } = new Dictionary<string, Func<string, SignalMeasure>>(StringComparer.Ordinal)
    {
        ["count"] = SignalMeasure.Count,
        ["sum"] = SignalMeasure.Sum,
        ["avg"] = SignalMeasure.Mean,
        ["min"] = SignalMeasure.Minimum,
        ["max"] = SignalMeasure.Maximum,
        ["distinct"] = SignalMeasure.DistinctActors,
        ["latest"] = SignalMeasure.Latest,
        ["trend"] = SignalMeasure.Slope,
        [Age] = SignalMeasure.DaysSince,
    };

    /// <summary>What says which of the signals.</summary>
    public static IReadOnlySet<string> Restricting { get; } = new HashSet<string>([By, Actor, Product, AcrossTree, LastYear, LastCycle], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Described = new(StringComparer.Ordinal)
    {
        ["count"] = "How many there are; of nothing 0, where the source is complete.",
        ["sum"] = "The sum of their values; of nothing 0, where the source is complete.",
        ["avg"] = "The mean of their values; of nothing unknown.",
        ["min"] = "The smallest value; of nothing unknown.",
        ["max"] = "The largest value; of nothing unknown.",
        ["distinct"] = "How many different actors there are; of nothing 0, where the source is complete.",
        ["latest"] = "The value of the last one; of nothing unknown.",
        ["trend"] = "The slope of their values in units a day (least squares); below two instants unknown.",
        [Age] = "How long ago the last one happened; of nothing unknown.",
    };

    public static void AddTo(CelEnvironmentBuilder environment, CelType signal)
    {
        foreach (var (name, text) in Described)
        {
            var result = name == Age ? CelType.Duration : CelType.Double;
            Add(environment, name, [signal, CelType.Duration], result, text + " Over the window of that length that ends now.");
            Add(environment, name, [signal], result, text + " Over everything up to now.");
        }

        Add(environment, ActiveDays, [signal, CelType.Duration, CelType.String], CelType.Double, "On how many calendar days of a time zone there is one, over the window of that length that ends now.");
        Add(environment, ActiveDays, [signal, CelType.String], CelType.Double, "On how many calendar days of a time zone there is one, over everything up to now.");
        Add(environment, By, [signal, CelType.String], signal, "Only those that one caused: 'customer', 'vendor' or 'system'; said twice, of either.");
        Add(environment, Actor, [signal, CelType.String], signal, "Only those of one actor.");
        Add(environment, Product, [signal, CelType.String], signal, "Only those that concern one product.");
        Add(environment, AcrossTree, [signal], signal, "Those of the account and of all accounts below it.");
        Add(environment, LastYear, [signal, CelType.String], signal, "The same window a calendar year earlier, in a time zone.");
        Add(environment, LastCycle, [signal, CelType.String], signal, "The same window one cycle earlier, by a declared calendar.");
    }

    // Chains are read as a whole; a part of one never runs.
    private static void Add(CelEnvironmentBuilder environment, string name, CelType[] parameters, CelType result, string description) => environment.Function(
        name,
        parameters,
        result,
        (_, _) => throw new InvalidOperationException("a signal is read by one chain with constants"),
        new() { IsReceiver = true, Version = Durations.Version, Description = description });
}
