namespace CustomerSuccess;

/// <summary>Rounds parts so that what is shown adds up to the total that is shown.</summary>
internal static class LargestRemainder
{
    /// <summary>
    /// Rounds every part to <paramref name="decimals"/> places, down first, then up where the remainder is largest, until the
    /// rounded parts sum to <paramref name="total"/>. Parts that are exactly 0 stay 0 where any other part can give way.
    /// </summary>
    public static decimal[] Round(IReadOnlyList<decimal> parts, decimal total, int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        var floors = parts.Select(p => Math.Floor(p / unit)).ToArray();
        var missing = Math.Round(total / unit, MidpointRounding.AwayFromZero) - floors.Sum();
        var order = Enumerable.Range(0, parts.Count)
            .OrderBy(i => parts[i] == 0)
            .ThenByDescending(i => (parts[i] / unit) - floors[i])
            .ThenBy(i => i)
            .ToArray();
        var movable = order.Count(i => parts[i] != 0);
        movable = movable == 0 ? order.Length : movable;
        for (var k = 0; missing > 0 && movable > 0; k++, missing--)
        {
            floors[order[k % movable]]++;
        }

        for (var k = 0; missing < 0 && movable > 0; k++, missing++)
        {
            floors[order[movable - 1 - (k % movable)]]--;
        }

        return [.. floors.Select(f => f * unit)];
    }
}
