using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>The text of a roll-up. Invariant culture.</summary>
internal static class RollUpExplanation
{
    public static string Of(AccountRollUp rollUp)
    {
        var total = rollUp.Value is { } value ? ScoreDisplay.Default.Round(value, rollUp.Options.Bands) : 0;
        var points = LargestRemainder.Round([.. rollUp.Lines.Select(l => (decimal)l.Points)], total, Math.Max(1, (int)total.Scale));
        RollUpLine[] order = [.. rollUp.Lines.OrderBy(l => l.State).ThenBy(l => !l.IsOwn).ThenByDescending(l => l.Weight)];
        var texts = rollUp.Lines.Zip(points).ToDictionary(p => p.First, p => p.Second);
        return string.Join('\n', [
            $"{Headline(rollUp)}{Known(rollUp)}",
            .. TextColumns.Of([.. order.Select(l => Row(l, rollUp, texts[l]))], 1, 3, 4)]);
    }

    public static string Headline(AccountRollUp rollUp)
    {
        var children = rollUp.Lines.Where(l => !l.IsOwn && l.State != RollUpState.LeftOut).ToArray();
        var poor = rollUp.Options.Method == RollUpMethod.ShareOfPoor ? string.Create(CultureInfo.InvariantCulture, $", {rollUp.Poor.Count} of {children.Count(l => l.IsPoor is not null)} poor") : "";
        var by = rollUp.Options.Method switch
        {
            RollUpMethod.ByRevenue => "by revenue of",
            RollUpMethod.Worst => "the worst of",
            RollUpMethod.ShareOfPoor => "by the share of poor among",
            _ => "the mean of",
        };
        var own = rollUp.Lines.Any(l => l.IsOwn) ? string.Create(CultureInfo.InvariantCulture, $" and {rollUp.Options.OwnWeight * 100:0.##} % its own") : "";
        var whose = string.Create(CultureInfo.InvariantCulture, $"{by} {children.Length} {(children.Length == 1 ? "child" : "children")}{poor}{own}");
        return rollUp.Value is { } value
            ? $"{ScoreDisplay.Default.Show(value, rollUp.Options.Bands)} {rollUp.Level}, {whose}"
            : $"no score, {whose}: {rollUp.Reason}";
    }

    private static string Known(AccountRollUp rollUp)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"    {Math.Floor((rollUp.Coverage + 1e-12) * 1000) / 10:0.#} % known");
        if (rollUp.Lower is not { } lower || rollUp.Upper is not { } upper)
        {
            return share;
        }

        var (low, high) = (ScoreDisplay.Default.Round(lower, rollUp.Options.Bands), ScoreDisplay.Default.Round(upper, rollUp.Options.Bands));
        return low == high ? share : string.Create(CultureInfo.InvariantCulture, $"{share}; between {low:0.############} and {high:0.############} once all is known");
    }

    private static string[] Row(RollUpLine line, AccountRollUp rollUp, decimal points)
    {
        var counts = line.State == RollUpState.Counted && rollUp.Value is not null;
        return
        [
            line.IsOwn ? $"{line.CustomerId} itself" : line.CustomerId,
            line.Value is { } value ? ScoreDisplay.Default.Show(value) : "",
            line.IsPoor == true ? "poor" : "",
            counts ? string.Create(CultureInfo.InvariantCulture, $"× {line.Weight * 100:0.#} %") : "",
            counts ? ScoreDisplay.Default.Text(points) : "",
            string.Join("; ", new[] { Words(line), line.Override?.ToString() }.OfType<string>()),
        ];
    }

    private static string? Words(RollUpLine line) => line.State switch
    {
        RollUpState.Missing => $"missing: {line.Because}",
        RollUpState.NotWeighed => $"does not weigh: {line.Because}",
        RollUpState.LeftOut => $"left out: {line.Because}",
        _ => null,
    };
}
