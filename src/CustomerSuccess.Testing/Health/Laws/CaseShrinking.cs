using System.Globalization;

namespace CustomerSuccess.Testing;

/// <summary>Makes a case simpler for as long as it breaks the same promise in the same way.</summary>
internal static class CaseShrinking
{
    private const int MostRounds = 20;

    public static (SampleCase Sample, LawFinding Finding) Shrink(Law law, StrategyTrial trial, SampleCase sample, LawFinding finding)
    {
        for (var (simpler, round) = (true, 0); simpler && round < MostRounds; round++)
        {
            simpler = false;
            foreach (var candidate in Simpler(trial.Samples, sample))
            {
                if (law.Broken(trial, candidate) is { } still && still.Kind == finding.Kind)
                {
                    (sample, finding, simpler) = (candidate, still, true);
                    break;
                }
            }
        }

        return (sample, finding);
    }

    private static IEnumerable<SampleCase> Simpler(StrategySamples samples, SampleCase sample)
    {
        foreach (var (name, range) in samples.Facts)
        {
            if (sample.Facts.Find(name) is not { IsKnown: true } value)
            {
                continue;
            }

            foreach (var simpler in Simpler(range, value))
            {
                yield return sample.With(name, simpler);
            }
        }

        if (sample.Segment is not null && sample.Segment != samples.SegmentNames[0])
        {
            yield return sample with { Segment = samples.SegmentNames[0] };
        }
    }

    private static IEnumerable<FactValue> Simpler(FactRange range, FactValue value)
    {
        if (value.Age is { } age && age != TimeSpan.Zero)
        {
            yield return value with { Age = TimeSpan.Zero };
            if (age.Ticks % TimeSpan.TicksPerDay != 0)
            {
                yield return value with { Age = TimeSpan.FromDays(age.Days) };
            }
        }

        switch (range.Type)
        {
            case FactType.Flag when value.Flag:
                yield return FactValue.Of(false, value.Age);
                break;
            case FactType.Text when value.Text != range.Texts[0]:
                yield return FactValue.Of(range.Texts[0], value.Age);
                break;
            case FactType.Number:
                var x = value.Number;
                double[] candidates = [0, 1, range.Minimum, range.Maximum, Math.Round(x / 10) * 10, Math.Round(x), Math.Round(x / 2), Math.Round(x, 1), Math.Round(x, 3)];
                foreach (var number in candidates.Where(n => n >= range.Minimum && n <= range.Maximum && Complexity(n).CompareTo(Complexity(x)) < 0).Distinct())
                {
                    yield return FactValue.Of(number, value.Age);
                }

                break;
        }
    }

    private static (int Digits, double Size) Complexity(double number) =>
        (number == 0 ? 0 : number.ToString("R", CultureInfo.InvariantCulture).Length, Math.Abs(number));
}
