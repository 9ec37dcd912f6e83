using System.Globalization;

namespace CustomerSuccess.Expressions;

/// <summary>Instants and durations: their ranges, arithmetic and texts (RFC 3339; hours, minutes, seconds and parts of them).</summary>
internal static class CelTime
{
    public const long NanosecondsPerSecond = 1_000_000_000;

    private const int PerTick = (int)TimeSpan.NanosecondsPerTick;
    private const int LongestText = 100;
    private const int MostDigits = 19;

    private static readonly CelValue OutOfRange = CelValue.Of(new CelError(CelErrorKind.Range, "an instant lies in the years 1 to 9999"));
    private static readonly CelValue TooLong = CelValue.Of(new CelError(CelErrorKind.Range, "a duration is at most about 292 years either way"));

    /// <summary>An instant of so many nanoseconds since the year 1, or the error that there is none such.</summary>
    public static CelValue Instant(Int128 nanoseconds)
    {
        if (nanoseconds < 0 || nanoseconds >= ((Int128)DateTime.MaxValue.Ticks + 1) * PerTick)
        {
            return OutOfRange;
        }

        var (ticks, rest) = Int128.DivRem(nanoseconds, PerTick);
        return CelValue.Instant((long)ticks, (int)rest);
    }

    /// <summary>An instant of so many seconds since 1970.</summary>
    public static CelValue InstantOfSeconds(long seconds) => Instant(((Int128)seconds * NanosecondsPerSecond) + ((Int128)DateTime.UnixEpoch.Ticks * PerTick));

    public static CelValue Duration(Int128 nanoseconds) => nanoseconds == (long)nanoseconds ? CelValue.Nanoseconds((long)nanoseconds) : TooLong;

    /// <summary>Nanoseconds since the year 1.</summary>
    public static Int128 NanosecondsOf(CelValue instant) => ((Int128)instant.Bits * PerTick) + instant.TickNanoseconds;

    /// <summary>Whole seconds since 1970, downward.</summary>
    public static long SecondsOf(CelValue instant)
    {
        var (whole, rest) = Math.DivRem(instant.Bits - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        return rest < 0 ? whole - 1 : whole;
    }

    /// <summary>RFC 3339 in UTC with as many digits of the second as there are.</summary>
    public static string Text(CelValue instant)
    {
        var whole = new DateTime(instant.Bits, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return whole + Fraction((instant.Bits % TimeSpan.TicksPerSecond * PerTick) + instant.TickNanoseconds) + "Z";
    }

    /// <summary>Seconds: <c>1.5s</c>.</summary>
    public static string DurationText(long nanoseconds)
    {
        var (seconds, rest) = Math.DivRem(nanoseconds, NanosecondsPerSecond);
        var sign = nanoseconds < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(seconds)}{Fraction(Math.Abs(rest))}s");
    }

    /// <summary>An RFC 3339 text as an instant, or the error that it is none.</summary>
    public static CelValue Parse(string text)
    {
        if (!TryRead(text, out var date, out var fraction, out var offsetMinutes))
        {
            return CelValue.Of(new CelError(CelErrorKind.InvalidArgument, $"no instant: {Shown(text)}; write it like 2026-03-01T09:30:00Z"));
        }

        var nanoseconds = ((Int128)date.Ticks * PerTick) + fraction - ((Int128)offsetMinutes * 60 * NanosecondsPerSecond);
        return Instant(nanoseconds);
    }

    /// <summary>A text like <c>1h30m</c>, <c>-1.5s</c>, <c>100ms</c> as a duration, or the error that it is none.</summary>
    public static CelValue ParseDuration(string text)
    {
        var rest = text.AsSpan();
        var negative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        if (rest is "0")
        {
            return CelValue.Nanoseconds(0);
        }

        Int128 sum = 0;
        var parts = 0;
        while (!rest.IsEmpty && text.Length <= LongestText)
        {
            if (!TryPart(ref rest, out var part))
            {
                parts = 0;
                break;
            }

            (sum, parts) = (sum + part, parts + 1);
        }

        return parts > 0 && rest.IsEmpty
            ? Duration(negative ? -sum : sum)
            : CelValue.Of(new CelError(CelErrorKind.InvalidArgument, $"no duration: {Shown(text)}; write it like 36h, 1h30m or 1.5s"));
    }

    private static string Shown(string text) => CelText.Quoted(text.Length <= LongestText ? text : text[..LongestText] + "…");

    private static string Fraction(long nanoseconds) =>
        nanoseconds == 0 ? "" : "." + nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static bool TryRead(string text, out DateTime date, out long nanoseconds, out int offsetMinutes)
    {
        (date, nanoseconds, offsetMinutes) = (default, 0, 0);
        var rest = text.AsSpan();
        if (rest.Length < 20 || rest.Length > LongestText || rest[10] != 'T'
            || !DateTime.TryParseExact(rest[..19], "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return false;
        }

        rest = rest[19..];
        if (rest[0] == '.')
        {
            var digits = 0;
            while (1 + digits < rest.Length && char.IsAsciiDigit(rest[1 + digits]))
            {
                nanoseconds = digits < 9 ? (nanoseconds * 10) + (rest[1 + digits] - '0') : nanoseconds;
                digits++;
            }

            for (var i = digits; i < 9; i++)
            {
                nanoseconds *= 10;
            }

            if (digits == 0)
            {
                return false;
            }

            rest = rest[(1 + digits)..];
        }

        return rest is "Z" || TryOffset(rest, out offsetMinutes);
    }

    /// <summary>An offset like <c>+05:30</c>, in minutes.</summary>
    public static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is not ['+' or '-', _, _, ':', _, _]
            || !int.TryParse(text[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23
            || !int.TryParse(text[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) || rest > 59)
        {
            return false;
        }

        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    // One number with its unit. Digits beyond a nanosecond are cut.
    private static bool TryPart(ref ReadOnlySpan<char> rest, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var whole = 0;
        while (whole < rest.Length && char.IsAsciiDigit(rest[whole]))
        {
            whole++;
        }

        var fraction = 0;
        if (whole < rest.Length && rest[whole] == '.')
        {
            while (whole + 1 + fraction < rest.Length && char.IsAsciiDigit(rest[whole + 1 + fraction]))
            {
                fraction++;
            }
        }

        if (whole + fraction == 0 || whole > MostDigits)
        {
            return false;
        }

        var number = whole == 0 ? 0 : Int128.Parse(rest[..whole], NumberStyles.None, CultureInfo.InvariantCulture);
        var cut = Math.Min(fraction, MostDigits);
        var decimals = cut == 0 ? 0 : Int128.Parse(rest.Slice(whole + 1, cut), NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[(whole + (whole < rest.Length && rest[whole] == '.' ? 1 + fraction : 0))..];
        if (!TryUnit(ref rest, out var unit))
        {
            return false;
        }

        Int128 scale = 1;
        for (var i = 0; i < cut; i++)
        {
            scale *= 10;
        }

        nanoseconds = (number * unit) + (decimals * unit / scale);
        return true;
    }

    private static bool TryUnit(ref ReadOnlySpan<char> rest, out long nanoseconds)
    {
        (nanoseconds, var length) = rest switch
        {
            ['n', 's', ..] => (1L, 2),
            ['u' or 'µ' or 'μ', 's', ..] => (1_000L, 2),
            ['m', 's', ..] => (1_000_000L, 2),
            ['s', ..] => (NanosecondsPerSecond, 1),
            ['m', ..] => (60 * NanosecondsPerSecond, 1),
            ['h', ..] => (3600 * NanosecondsPerSecond, 1),
            _ => (0L, 0),
        };
        rest = rest[length..];
        return length > 0;
    }
}
