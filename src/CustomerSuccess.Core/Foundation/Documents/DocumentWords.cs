using System.Buffers;
using System.Globalization;

namespace CustomerSuccess;

/// <summary>The words of enumerations as documents write them: with a small letter.</summary>
internal static class DocumentWords
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Array.Find(Words<TEnum>.All, w => EqualityComparer<TEnum>.Default.Equals(w.Value, value)).Word
            ?? throw new ArgumentOutOfRangeException(nameof(value), value, "There is no word for it.");

    /// <summary>What a word means; null where it is none.</summary>
    public static TEnum? Find<TEnum>(string word)
        where TEnum : struct, Enum
    {
        foreach (var known in Words<TEnum>.All)
        {
            if (known.Word == word)
            {
                return known.Value;
            }
        }

        return null;
    }

    public static string[] All<TEnum>()
        where TEnum : struct, Enum => Array.ConvertAll(Words<TEnum>.All, w => w.Word);

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly (string Word, TEnum Value)[] All =
            [.. Enum.GetValues<TEnum>().Select(v => (v.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "", v))];
    }
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

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.-");

    /// <summary><c>30 days</c>, <c>1.5 hours</c>, or <c>d.hh:mm:ss.fffffff</c>.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        var trimmed = text.AsSpan().Trim();
        var number = trimmed[..trimmed.IndexOfAnyExcept(Digits).Within(trimmed.Length)];
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
