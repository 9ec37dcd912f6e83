using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerSuccess;

/// <summary>The words of enumerations as documents write them: with a small letter.</summary>
internal static class DocumentWords
{
    private static readonly ConcurrentDictionary<Enum, string> Words = new();

    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Words.GetOrAdd(value, v => v.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "");
}

/// <summary>Time spans as documents write them.</summary>
internal static class DocumentSpan
{
    private static readonly (string[] Words, long Ticks)[] Units =
    [
        (["days", "day", "d"], TimeSpan.TicksPerDay),
        (["hours", "hour", "h"], TimeSpan.TicksPerHour),
        (["minutes", "minute", "min"], TimeSpan.TicksPerMinute),
        (["seconds", "second", "s"], TimeSpan.TicksPerSecond),
    ];

    /// <summary><c>30 days</c>, <c>1.5 hours</c>, or <c>d.hh:mm:ss.fffffff</c>.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        var trimmed = text.AsSpan().Trim();
        var number = trimmed[..trimmed.IndexOfAnyExcept("0123456789.-").Within(trimmed.Length)];
        var word = trimmed[number.Length..].Trim();
        foreach (var (words, ticks) in Units)
        {
            foreach (var one in words)
            {
                if (word.SequenceEqual(one))
                {
                    return Times(number, ticks, out span);
                }
            }
        }

        return TimeSpan.TryParseExact(trimmed, "c", CultureInfo.InvariantCulture, out span) && trimmed.Contains(':');
    }

    public static string Write(TimeSpan span)
    {
        foreach (var (words, ticks) in Units)
        {
            if (span.Ticks % ticks == 0)
            {
                var count = span.Ticks / ticks;
                return string.Create(CultureInfo.InvariantCulture, $"{count} {words[count == 1 ? 1 : 0]}");
            }
        }

        return span.ToString("c", CultureInfo.InvariantCulture);
    }

    private static bool Times(ReadOnlySpan<char> number, long ticks, out TimeSpan span)
    {
        span = default;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || Math.Abs(count) > TimeSpan.MaxValue.Ticks / ticks)
        {
            return false;
        }

        span = TimeSpan.FromTicks((long)(count * ticks));
        return true;
    }

    private static int Within(this int found, int length) => found < 0 ? length : found;
}
