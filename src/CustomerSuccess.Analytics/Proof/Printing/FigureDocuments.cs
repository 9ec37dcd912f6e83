namespace CustomerSuccess.Proof;

/// <summary>A tenth, in JSON.</summary>
internal sealed record DecileDocument(
    int Decile, double N, double Churned, double Rate, double? Lift, double? Capture, double? CumulativeCapture, double? CumulativeLift)
{
    public static DecileDocument[] Of(JudgedFigures figures) =>
        [.. (figures.Ranking?.Deciles ?? []).Select(d => new DecileDocument(d.Number, d.Customers, d.Churned, d.Rate, d.Lift, d.Capture, d.CumulativeCapture, d.CumulativeLift))];
}

/// <summary>A band, in JSON.</summary>
internal sealed record BandDocument(string Band, int N, int Churned, double? Rate, double? RateLow, double? RateHigh, double? Lift)
{
    public static BandDocument[] Of(JudgedFigures figures) =>
        [.. figures.Bands.Select(b => new BandDocument(b.Band.Name, b.Outcomes, b.Churned, b.Rate?.Estimate, b.Rate?.Lower, b.Rate?.Upper, b.Lift))];
}

/// <summary>A share with its interval, in JSON.</summary>
internal sealed record ShareDocument(double Share, double Low, double High)
{
    public static ShareDocument? Of(ProportionInterval? share) => share is null ? null : new(share.Estimate, share.Lower, share.Upper);
}

/// <summary>What a capacity reaches, in JSON.</summary>
internal sealed record CapacityDocument(double Customers, double Churned, double Precision, double PrecisionLow, double PrecisionHigh, double? Capture, double? Lift)
{
    public static CapacityDocument? Of(CapacityFigure? figure) => figure is null
        ? null
        : new(figure.Customers, figure.Churned, figure.Precision.Estimate, figure.Precision.Lower, figure.Precision.Upper, figure.Capture, figure.Lift);
}

/// <summary>Days before the decision, in JSON.</summary>
internal sealed record LeadTimeDocument(double LowerQuartile, double Median, double UpperQuartile)
{
    public static LeadTimeDocument? Of(LeadTime? lead) => lead is null ? null : new(lead.LowerQuartile, lead.Median, lead.UpperQuartile);
}

/// <summary>The AUC over pairs of one segment, in JSON.</summary>
internal sealed record WithinSegmentsDocument(double? Auc, double? AucLow, double? AucHigh, long Pairs, int Segments)
{
    public static WithinSegmentsDocument? Of(WithinSegments? within) => within is null
        ? null
        : new(within.Auc?.Estimate, within.Auc?.Lower, within.Auc?.Upper, within.Pairs, within.Segments);
}

/// <summary>A segment, in JSON: its figures have the names that those over all have.</summary>
internal sealed record SegmentDocument(
    string? Segment,
    bool TooFew,
    int N,
    int Churned,
    double? BaseRate,
    double? Auc,
    double? AucLow,
    double? AucHigh,
    double? AveragePrecision,
    double? Ks,
    DecileDocument[] Deciles,
    BandDocument[] Bands,
    ShareDocument? GreenChurnShare,
    CapacityDocument? Capacity,
    LeadTimeDocument? LeadTime,
    LeadTimeDocument? LeadTimeOfChurned)
{
    public static SegmentDocument Of(SegmentFigures segment)
    {
        var (figures, ranking) = (segment.Figures, segment.Figures.Ranking);
        return new(
            segment.Segment, segment.TooFew, figures.Outcomes, figures.Churned, figures.BaseRate?.Estimate,
            ranking?.Auc?.Estimate, ranking?.Auc?.Lower, ranking?.Auc?.Upper, ranking?.AveragePrecision, ranking?.Ks,
            DecileDocument.Of(figures), BandDocument.Of(figures), ShareDocument.Of(figures.BestBandChurn),
            CapacityDocument.Of(ranking?.AtCapacity), LeadTimeDocument.Of(figures.LeadTime),
            LeadTimeDocument.Of(figures.LeadTimeOfChurned));
    }
}
