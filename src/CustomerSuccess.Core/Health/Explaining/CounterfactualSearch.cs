namespace CustomerSuccess.Health;
internal sealed class CounterfactualSearch(ScorecardDetail detail, HealthBand band) { public Counterfactual Run() => throw new InvalidOperationException(detail.ToString() + band); }
