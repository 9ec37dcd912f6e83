using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>Compares what the engine read with something else, and fails with all that is needed to see why.</summary>
internal static class Agreement
{
    public static void Same(LogPlan plan, NaiveMeasure measure, string about, NaiveValue expected, Reading<double> actual)
    {
        var kind = actual.IsKnown ? (UnknownKind?)null : Assert.Single(actual.Causes).Kind;
        var same = kind == expected.Unknown && (!actual.IsKnown || Math.Abs(expected.Value!.Value - actual.Value) <= expected.Allowed);
        That(same, () => $"{measure.Build()} {about}: expected {expected.Value:R} {expected.Unknown}, read {actual}. {plan}");
    }

    /// <summary>Known and unknown alike, the same causes, the same bits.</summary>
    public static void SameBits(LogPlan plan, object about, Reading<double> expected, Reading<double> actual) =>
        That(IsSameBits(expected, actual), () => $"{about}: expected {expected}, read {actual}. {plan}");

    /// <summary>Fails with words that are made only then: a plan is long.</summary>
    public static void That(bool holds, Func<string> otherwise)
    {
        if (!holds)
        {
            Assert.Fail(otherwise());
        }
    }

    public static bool IsSameBits(Reading<double> one, Reading<double> other) => one.IsKnown == other.IsKnown
        && (one.IsKnown
            ? BitConverter.DoubleToInt64Bits(one.Value) == BitConverter.DoubleToInt64Bits(other.Value)
            : one.Causes.SequenceEqual(other.Causes));
}
