namespace CustomerSuccess.Proof;

/// <summary>The tables of a proof: the figures, the bands, the tenths, the segments.</summary>
internal static class ProofTables
{
    private const string Undefined = "-";

    public static IEnumerable<ProofTable> Of(ScoreProof proof)
    {
        var interval = $"{Numbers.Confidence(proof.Options.Confidence)} interval";
        yield return new(["figure", "value", interval, "chance"], [.. Figures(proof)]);
        yield return new(["band", "customers", "left", "rate", interval, "lift"], [.. proof.Figures.Bands.Select(Band)]);
        if (proof.Figures.Ranking!.Auc is not null)
        {
            yield return new(["tenth", "customers", "left", "rate", "lift", "of all who left", "up to here"], [.. proof.Figures.Ranking.Deciles.Select(Decile)]);
        }

        if (proof.Segments.Count > 0)
        {
            yield return new(["segment", "customers", "left", "rate", "AUC", interval], [.. proof.Segments.Select(Segment)]);
        }
    }

    private static IEnumerable<string[]> Figures(ScoreProof proof)
    {
        var (figures, ranking) = (proof.Figures, proof.Figures.Ranking!);
        var rate = figures.BaseRate!;
        yield return ["left", Numbers.Percent(rate.Estimate), Numbers.PercentRange(rate), ""];
        yield return Auc("AUC", ranking.Auc);
        yield return ["average precision", Figure(ranking.AveragePrecision), "", Numbers.Figure(rate.Estimate)];
        yield return ["KS", Figure(ranking.Ks), "", "0.000"];
        if (proof.WithinSegments is { } within)
        {
            yield return Auc("AUC within segments", within.Auc);
        }

        if (figures.BestBandChurn is { } green)
        {
            var best = figures.Bands[^1];
            yield return [$"{best.Band.Name} among those who left", Numbers.Percent(green.Estimate), Numbers.PercentRange(green), Numbers.Percent((double)best.Outcomes / figures.Outcomes)];
        }

        if (ranking.AtCapacity is { } reached)
        {
            var touched = Numbers.Count(reached.Customers);
            yield return [$"left among the riskiest {touched}", Numbers.Percent(reached.Precision.Estimate), Numbers.PercentRange(reached.Precision), Numbers.Percent(rate.Estimate)];
            yield return [$"of all who left, in the riskiest {touched}", Percent(reached.Capture), "", Numbers.Percent(reached.Customers / figures.Outcomes)];
        }

        if (figures.LeadTime is { } lead)
        {
            yield return Days("days known before, middle half", lead);
        }

        if (figures.LeadTimeOfChurned is { } left)
        {
            yield return Days("the same of those who left", left);
        }
    }

    private static string[] Auc(string name, ProportionInterval? auc) => [name, .. Auc(auc), "0.500"];

    private static string[] Auc(ProportionInterval? auc)
    {
        var (estimate, range) = auc is null ? (Undefined, Undefined) : Numbers.OfOne(auc);
        return [estimate, range];
    }

    private static string[] Days(string name, LeadTime lead) =>
        [name, Numbers.Count(lead.Median), $"{Numbers.Count(lead.LowerQuartile)} to {Numbers.Count(lead.UpperQuartile)}", ""];

    private static string[] Band(BandFigure band) =>
    [
        band.Band.Name, Numbers.Count(band.Outcomes), Numbers.Count(band.Churned), Percent(band.Rate?.Estimate),
        band.Rate is { } rate ? Numbers.PercentRange(rate) : Undefined, Times(band.Lift),
    ];

    private static string[] Decile(Decile decile) =>
    [
        Numbers.Count(decile.Number), Numbers.Count(decile.Customers), Numbers.Count(decile.Churned), Numbers.Percent(decile.Rate),
        Times(decile.Lift), Percent(decile.Capture), Percent(decile.CumulativeCapture),
    ];

    private static string[] Segment(SegmentFigures segment) =>
    [
        segment.Segment ?? "(none)", Numbers.Count(segment.Figures.Outcomes), Numbers.Count(segment.Figures.Churned),
        Percent(segment.Figures.BaseRate?.Estimate), .. segment.TooFew ? ["too few", ""] : Auc(segment.Figures.Ranking?.Auc),
    ];

    private static string Figure(double? figure) => figure is { } number ? Numbers.Figure(number) : Undefined;

    private static string Percent(double? share) => share is { } number ? Numbers.Percent(number) : Undefined;

    private static string Times(double? factor) => factor is { } number ? Numbers.Times(number) : Undefined;
}
