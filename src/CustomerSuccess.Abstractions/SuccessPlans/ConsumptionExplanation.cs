using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>The text of a consumption gap. Invariant culture.</summary>
internal static class ConsumptionExplanation
{
    public static string Of(ConsumptionGap gap)
    {
        var isRelevant = gap.Relevant.Gap is not null;
        var total = isRelevant ? gap.Relevant.Gap : gap.Raw.Gap;
        decimal[] shares = [.. gap.Lines.Select(l => 100 * (decimal)(isRelevant ? l.Relevant : l.Raw))];
        var printed = LargestRemainder.Round(shares, Math.Round(100 * (decimal)(total ?? 0), 1, MidpointRounding.AwayFromZero), 1);
        return string.Join('\n', [
            Headline(gap),
            .. TextColumns.Of([.. gap.Lines.Select((l, i) => Row(l, total is null ? null : printed[i]))], 2, 4),
            .. gap.Expansions.Select(l => $"expansion: {l.Capability.Name} is used by {NumberText.Of(l.Expansion!.Value)} more than is entitled"),
            .. Shelfware(gap)]);
    }

    private static string Headline(ConsumptionGap gap)
    {
        var edge = ConsumptionFigure.Percent(gap.Options.WarningFrom);
        var warning = gap.IsWarning switch
        {
            true => $" (warning: at least {edge})",
            false => $" (no warning below {edge})",
            _ => "",
        };
        return $"consumption gap {gap.Relevant}{warning}; raw gap {gap.Raw}";
    }

    private static string[] Row(ConsumptionLine line, decimal? points)
    {
        var capability = line.Capability;
        return
        [
            capability.Name,
            $"used {Number(capability.Used)} of {Number(capability.Entitled)}",
            capability.Consumption is { IsKnown: true, Value: var c } ? ConsumptionFigure.Percent(c) : "",
            $"relevance {Number(capability.Relevance)}",
            points is not null && capability.Consumption.IsKnown ? points.Value.ToString("0.0", CultureInfo.InvariantCulture) : "",
            !capability.IsEntitled ? "not entitled" : capability.Consumption.IsKnown ? "" : string.Join("; ", capability.Consumption.Causes.Select(c => c.Reason).Distinct()),
        ];
    }

    private static IEnumerable<string> Shelfware(ConsumptionGap gap)
    {
        if (gap.Shelfware is { Count: > 0 } lines)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"shelf-ware: {string.Join(" and ", gap.ShelfwareCost)} a year for {string.Join(", ", lines.Select(l => l.Capability.Name))}, unused for {gap.Options.ShelfwareAfter.TotalDays:0.##} days");
        }
    }

    private static string Number(Reading<double> reading) => reading.IsKnown ? NumberText.Of(reading.Value) : "?";
}
