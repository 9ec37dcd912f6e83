namespace CustomerSuccess.Proof;

/// <summary>What the bands say.</summary>
internal static class BandSentences
{
    public static string Rates(JudgedFigures figures)
    {
        BandFigure[] filled = [.. figures.Bands.Where(b => b.Rate is not null)];
        var rates = string.Join(", ", filled.Select(b => $"{Numbers.Percent(b.Rate!.Estimate)} in {b.Band.Name}"));
        var wrong = filled.Zip(filled.Skip(1)).Where(p => p.Second.Rate!.Estimate > p.First.Rate!.Estimate).ToArray();
        var order = wrong.Length == 0 ? "" : $" {wrong[0].Second.Band.Name} left more often than {wrong[0].First.Band.Name}, which should be the worse band.";
        return $"Of the customers in each band left: {rates}.{order}";
    }

    public static string BestBand(ScoreProof proof, ProportionInterval share)
    {
        var best = proof.Figures.Bands[^1];
        var when = proof.Kind == ProofKind.Replayed ? "had been" : "are";
        return $"Of those who left {Numbers.Percent(share.Estimate)} {when} {best.Band.Name} ({Numbers.PercentRange(share)}), a band that holds {Numbers.Percent((double)best.Outcomes / proof.Figures.Outcomes)} of all customers.";
    }
}
