namespace CustomerSuccess.Testing;

/// <summary>Draws facts within their ranges.</summary>
internal static class FactSampling
{
    /// <summary>The case of that number: first all known in the middle, all unknown, all least, all most; then drawn, one fact in five unknown.</summary>
    public static SampleCase Case(StrategySamples samples, int number)
    {
        var numbers = SampleNumbers.Of(samples.SeedNumber, number);
        var facts = Facts.None;
        foreach (var (name, range) in samples.Facts)
        {
            var value = number switch
            {
                0 => Aged(At(range, 0.5), range, 0.5),
                1 => FactValue.Unknown(UnknownKind.NotGiven, null),
                2 => Aged(At(range, 0), range, 0),
                3 => Aged(At(range, 1), range, 1),
                _ => Drawn(range, numbers),
            };
            facts = facts.Put(name, value);
        }

        var segment = samples.SegmentNames.Count == 0 ? null : samples.SegmentNames[numbers.Below(samples.SegmentNames.Count)];
        return new(facts, segment, samples.Instant);
    }

    /// <summary>Values that a fact can take, lowest first: both ends, the middle, quarters, and all yes-or-no and texts.</summary>
    public static IReadOnlyList<FactValue> Spread(FactRange range) => range.Type switch
    {
        FactType.Number => [.. new[] { 0, 0.25, 0.5, 0.75, 0.93, 1 }.Select(s => At(range, s)).Distinct()],
        FactType.Flag => [FactValue.Of(false), FactValue.Of(true)],
        _ => [.. range.Texts.Select(t => FactValue.Of(t))],
    };

    /// <summary>The case with everything that is known observed just now.</summary>
    public static SampleCase Fresh(StrategySamples samples, SampleCase sample) => samples.Facts.Aggregate(
        sample, (c, fact) => c.Facts.Find(fact.Key) is { IsKnown: true } known ? c.With(fact.Key, Aged(known, fact.Value, 0)) : c);

    /// <summary>Completions of a case: every fact that is not known is given a fresh value, all at their least, in the middle, at their most.</summary>
    public static IEnumerable<SampleCase> Completions(StrategySamples samples, SampleCase sample)
    {
        var missing = samples.Facts.Where(f => sample.Facts.Find(f.Key) is not { IsKnown: true }).ToArray();
        double[] shares = missing.Length == 0 ? [0] : [0, 0.5, 1];
        return shares.Select(share => Fresh(samples, missing.Aggregate(sample, (c, fact) => c.With(fact.Key, At(fact.Value, share)))));
    }

    private static FactValue Drawn(FactRange range, SampleNumbers numbers)
    {
        var value = numbers.Below(4) == 0 ? At(range, numbers.Below(3) / 2.0) : At(range, numbers.Share(), round: numbers.Below(2) == 0);
        value = Aged(value, range, numbers.Below(8) == 0 ? double.NaN : numbers.Share());
        return numbers.Below(5) == 0 ? FactValue.Unknown(UnknownKind.NotGiven, null) : value;
    }

    private static FactValue At(FactRange range, double share, bool round = false)
    {
        if (range.Type != FactType.Number)
        {
            return range.Type == FactType.Flag ? FactValue.Of(share >= 0.5) : FactValue.Of(range.Texts[Math.Min((int)(share * range.Texts.Count), range.Texts.Count - 1)]);
        }

        var number = (range.Minimum * (1 - share)) + (range.Maximum * share);
        number = range.WholeNumbers || round ? Math.Round(number) : number;
        return FactValue.Of(Math.Clamp(number, range.Minimum, range.Maximum));
    }

    private static FactValue Aged(FactValue value, FactRange range, double share) =>
        range.Aged is { } oldest && !double.IsNaN(share) ? value with { Age = oldest * share } : value;
}
