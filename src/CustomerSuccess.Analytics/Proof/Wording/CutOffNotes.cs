namespace CustomerSuccess.Proof;

/// <summary>What to know before relying on the figures of a cut-off.</summary>
internal static class CutOffNotes
{
    public static IEnumerable<string> Of(CutOffReport report, bool bandsDiffer)
    {
        var unjudged = report.AtRisk - report.Proof.Figures.Outcomes;
        if (unjudged > 0)
        {
            yield return $"Of those at risk {Numbers.Count(unjudged)} {Are(unjudged)} not judged, and {Numbers.Count(report.LeftUnjudged)} of them left.";
        }

        if (report.Missing > 0)
        {
            yield return $"{Customers(report.Missing, "was", "were")} active and at risk, and the scorer did not give them. Where customers who are gone are missing, the figures are those of survivors.";
        }

        if (report.Unexplained > 0)
        {
            yield return $"{Customers(report.Unexplained, "was", "were")} gone by the end without an outcome that says why, and {Are(report.Unexplained)} left out. They have not stayed: record what they decided.";
        }

        if (report.Contradicting > 0)
        {
            yield return $"{Customers(report.Contradicting, "has", "have")} outcomes that contradict each other: at one instant they left and renewed. They are left out.";
        }

        if (report.RunningOn > 0)
        {
            yield return $"{Customers(report.RunningOn, "has", "have")} left by the outcomes, and a subscription runs on without an end. One of the two is wrong.";
        }

        if (report.PartlyLeft > 0)
        {
            yield return $"{Customers(report.PartlyLeft, "gave", "gave")} up some subscriptions and kept others. That counts as having {(report.CutOff.CountPartialLoss ? "left" : "stayed")}.";
        }

        if (report.Repeated > 0)
        {
            yield return $"{Numbers.Of(report.Repeated, "further score was", "further scores were")} of customers who had one already. The first counts.";
        }

        if (bandsDiffer)
        {
            yield return $"The strategies have different bands. Those of '{report.Strategies[0].Name}' are used for all.";
        }
    }

    private static string Customers(int count, string has, string have) => $"{Numbers.Of(count, "customer")} {(count == 1 ? has : have)}";

    private static string Are(int count) => count == 1 ? "is" : "are";
}
