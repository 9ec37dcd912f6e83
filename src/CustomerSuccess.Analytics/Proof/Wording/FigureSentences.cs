namespace CustomerSuccess.Proof;

/// <summary>A sentence for each figure that there is, for somebody who looks after customers and not after statistics.</summary>
internal static class FigureSentences
{
    public static IEnumerable<FigureSentence> Of(ScoreProof proof)
    {
        var (figures, ranking) = (proof.Figures, proof.Figures.Ranking!);
        if (figures.BaseRate is { } rate)
        {
            yield return new("baseRate", $"{Numbers.Count(figures.Churned)} of {Numbers.Of(figures.Outcomes, "customer")} left: {Numbers.Percent(rate.Estimate)}.");
        }

        if (ranking.Auc is not null)
        {
            var pairs = VerdictSentence.Pairs(proof);
            yield return new("auc", char.ToUpperInvariant(pairs[0]) + pairs[1..] + ".");
            yield return new(
                "averagePrecision",
                $"Going down the list from the riskiest, on average {Numbers.Percent(ranking.AveragePrecision!.Value)} of the customers passed so far left; in no particular order it would be {Numbers.Percent(figures.BaseRate!.Estimate)}.");
            yield return new("ks", $"At the score's best dividing line the shares of those who left and of those who stayed on one side of it lie {Numbers.Times(ranking.Ks!.Value * 100)} points of a hundred apart; 100 would be a clean separation.");
            yield return new("deciles", Deciles(ranking));
        }

        if (figures.Bands.Any(b => b.Rate is not null))
        {
            yield return new("bands", BandSentences.Rates(figures));
        }

        if (figures.BestBandChurn is { } green)
        {
            yield return new("greenChurnShare", BandSentences.BestBand(proof, green));
        }

        if (ranking.AtCapacity is { } reached)
        {
            yield return new("capacity", Capacity(reached));
        }

        if (figures.LeadTime is { } lead)
        {
            yield return new("leadTime", Lead(lead, figures.LeadTimeOfChurned));
        }

        if (proof.WithinSegments is { } within)
        {
            yield return new("withinSegments", Within(within, proof));
        }
    }

    private static string Lead(LeadTime lead, LeadTime? left)
    {
        var ofThoseWhoLeft = left is null ? "" : $" Of those who left it was known {Numbers.Of(Math.Round(left.Median, 1), "day")} before.";
        return $"The score in the middle was known {Numbers.Of(Math.Round(lead.Median, 1), "day")} before the decision, half of them {Numbers.Count(lead.LowerQuartile)} to {Numbers.Of(lead.UpperQuartile, "day")} before it.{ofThoseWhoLeft}";
    }

    private static string Deciles(RankFigures ranking)
    {
        var (first, second) = (ranking.Deciles[0], ranking.Deciles[1]);
        return $"The riskiest tenth of the customers holds {Numbers.Percent(first.Capture!.Value)} of all who left, {Numbers.Times(first.Lift!.Value)} times its share, and the riskiest fifth {Numbers.Percent(second.CumulativeCapture!.Value)}.";
    }

    private static string Capacity(CapacityFigure reached)
    {
        var ofAll = reached.Capture is { } capture ? $", and {Numbers.Percent(capture)} of all who left" : "";
        return $"Of the {Numbers.Of(reached.Customers, "riskiest customer", "riskiest customers")} {Numbers.Count(reached.Churned)} left: {Numbers.Percent(reached.Precision.Estimate)} ({Numbers.PercentRange(reached.Precision)}){ofAll}.";
    }

    private static string Within(WithinSegments within, ScoreProof proof)
    {
        if (within.Auc is not { } auc)
        {
            return "Within segments there are too few customers who left or stayed to say whether the score knows more than the segment.";
        }

        var (estimate, lower, upper) = Numbers.OfAHundred(auc);
        var means = auc.Lower > 0.5 ? "it knows more than the segment"
            : auc.Upper < 0.5 ? "there it is worse than chance"
            : proof.Verdict == ProofVerdict.SegmentOnly ? "it says again which segment a customer is in"
            : "whether it knows more than the segment cannot be told yet";
        return $"Of 100 such pairs from the same segment the score has {estimate} in order ({lower} to {upper}): {means}.";
    }
}
