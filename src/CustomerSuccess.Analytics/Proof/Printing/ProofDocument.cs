using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerSuccess.Proof;

/// <summary>A proof as JSON. The names and their order are a contract; what is not defined is null.</summary>
internal sealed class ProofDocument
{
    public required int N { get; init; }

    public required int Churned { get; init; }

    public required int Unmatched { get; init; }

    public required double? Auc { get; init; }

    public required double? AucLow { get; init; }

    public required double? AucHigh { get; init; }

    public required double? AveragePrecision { get; init; }

    public required double? Ks { get; init; }

    public required DecileDocument[] Deciles { get; init; }

    public required BandDocument[] Bands { get; init; }

    /// <summary>replayed, concurrent or none.</summary>
    public required string Kind { get; init; }

    public required string Meaning { get; init; }

    public required string Verdict { get; init; }

    public required int? OutcomesNeeded { get; init; }

    public required string? AucMethod { get; init; }

    public required double? BaseRate { get; init; }

    public required ShareDocument? GreenChurnShare { get; init; }

    public required CapacityDocument? Capacity { get; init; }

    public required LeadTimeDocument? LeadTime { get; init; }

    public required LeadTimeDocument? LeadTimeOfChurned { get; init; }

    public required WithinSegmentsDocument? WithinSegments { get; init; }

    public required SegmentDocument[] Segments { get; init; }

    public required MatchingDocument Matching { get; init; }

    public required Dictionary<string, string> Sentences { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required OptionsDocument Options { get; init; }

    public static ProofDocument Of(ScoreProof proof) => new()
    {
        N = proof.Figures.Outcomes,
        Churned = proof.Figures.Churned,
        Unmatched = proof.Matching.Unmatched,
        Auc = proof.Auc?.Estimate,
        AucLow = proof.Auc?.Lower,
        AucHigh = proof.Auc?.Upper,
        AveragePrecision = proof.Figures.Ranking?.AveragePrecision,
        Ks = proof.Figures.Ranking?.Ks,
        Deciles = DecileDocument.Of(proof.Figures),
        Bands = BandDocument.Of(proof.Figures),
        Kind = Name(proof.Kind.ToString()),
        Meaning = proof.Meaning,
        Verdict = Name(proof.Verdict.ToString()),
        OutcomesNeeded = proof.OutcomesNeeded,
        AucMethod = proof.Auc is { } auc ? Name(auc.Method.ToString()) : null,
        BaseRate = proof.Figures.BaseRate?.Estimate,
        GreenChurnShare = ShareDocument.Of(proof.Figures.BestBandChurn),
        Capacity = CapacityDocument.Of(proof.Figures.Ranking?.AtCapacity),
        LeadTime = LeadTimeDocument.Of(proof.Figures.LeadTime),
        LeadTimeOfChurned = LeadTimeDocument.Of(proof.Figures.LeadTimeOfChurned),
        WithinSegments = WithinSegmentsDocument.Of(proof.WithinSegments),
        Segments = [.. proof.Segments.Select(SegmentDocument.Of)],
        Matching = MatchingDocument.Of(proof.Matching),
        Sentences = proof.Sentences.ToDictionary(s => s.Figure, s => s.Text),
        Notes = proof.Notes,
        Options = OptionsDocument.Of(proof.Options),
    };

    public string Write() => JsonSerializer.Serialize(this, ProofJsonContext.Default.ProofDocument);

    internal static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>The source-generated JSON of proofs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProofDocument))]
internal sealed partial class ProofJsonContext : JsonSerializerContext;
