using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerSuccess.Proof;

/// <summary>A proof at a cut-off as JSON. The names are a contract.</summary>
internal sealed class CutOffDocument
{
    public required DateTimeOffset CutOff { get; init; }

    public required DateTimeOffset HorizonEnd { get; init; }

    public required int HorizonDays { get; init; }

    public required DateTimeOffset OutcomesKnownAt { get; init; }

    /// <summary>renewalDue or allActive.</summary>
    public required string RiskSet { get; init; }

    public required bool CountInvoluntaryLoss { get; init; }

    public required bool CountPartialLoss { get; init; }

    public required int Active { get; init; }

    public required int NotAtRisk { get; init; }

    public required int DecidedBefore { get; init; }

    public required int Involuntary { get; init; }

    public required int Unexplained { get; init; }

    public required int Contradicting { get; init; }

    public required int AtRisk { get; init; }

    public required int WithoutScore { get; init; }

    public required int Failed { get; init; }

    public required int Missing { get; init; }

    public required int LeftUnjudged { get; init; }

    public required int PartlyLeft { get; init; }

    public required int RunningOn { get; init; }

    public required int Repeated { get; init; }

    public required StrategyDocument[] Strategies { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required ProofDocument Proof { get; init; }

    public static CutOffDocument Of(CutOffReport report) => new()
    {
        CutOff = report.CutOff.At,
        HorizonEnd = report.CutOff.End,
        HorizonDays = (int)report.CutOff.Horizon.TotalDays,
        OutcomesKnownAt = report.CutOff.OutcomesKnownAt,
        RiskSet = ProofDocument.Name(report.CutOff.RiskSet.ToString()),
        CountInvoluntaryLoss = report.CutOff.CountInvoluntaryLoss,
        CountPartialLoss = report.CutOff.CountPartialLoss,
        Active = report.Active,
        NotAtRisk = report.NotAtRisk,
        DecidedBefore = report.DecidedBefore,
        Involuntary = report.Involuntary,
        Unexplained = report.Unexplained,
        Contradicting = report.Contradicting,
        AtRisk = report.AtRisk,
        WithoutScore = report.WithoutScore,
        Failed = report.Failed,
        Missing = report.Missing,
        LeftUnjudged = report.LeftUnjudged,
        PartlyLeft = report.PartlyLeft,
        RunningOn = report.RunningOn,
        Repeated = report.Repeated,
        Strategies = [.. report.Strategies.Select(s => new StrategyDocument(s.Name, s.ConfigurationHash, s.Reproducible, s.EngineSemantics, s.Customers))],
        Notes = report.Notes,
        Proof = ProofDocument.Of(report.Proof),
    };

    public string Write() => JsonSerializer.Serialize(this, CutOffJsonContext.Default.CutOffDocument);
}

/// <summary>A strategy that was judged, in JSON.</summary>
internal sealed record StrategyDocument(string Name, string ConfigurationHash, bool Reproducible, int EngineSemantics, int Customers);

/// <summary>The source-generated JSON of proofs at a cut-off.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CutOffDocument))]
internal sealed partial class CutOffJsonContext : JsonSerializerContext;
