using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CustomerSuccess.Expressions;

/// <summary>
/// Regular expressions that are matched in linear time (RE2 syntax, as far as .NET's engine without backtracking has it): no
/// look-around and no back-references.
/// </summary>
internal static class Patterns
{
    private const int MostRemembered = 1000;
    private const int Longest = 5000;

    private static readonly ConcurrentDictionary<string, (Regex? Regex, CelValue Refusal)> Known = new(StringComparer.Ordinal);

    /// <summary>The error of a pattern that is none; null where it is one.</summary>
    public static CelValue? Find(string pattern) => Compiled(pattern) is { Regex: null, Refusal: var refusal } ? refusal : null;

    public static CelValue Matches(CelCallContext call, CelValue text, CelValue pattern)
    {
        if (text.Object is not string value || pattern.Object is not string written)
        {
            return Errors.NoOverload("matches", text, pattern);
        }

        if (!call.Pay(1 + (long)value.Length * (1 + (written.Length / 10)) / 10))
        {
            return CelCallContext.TooCostly;
        }

        var (regex, refusal) = Compiled(written);
        return regex is null ? refusal : CelValue.Of(regex.IsMatch(value));
    }

    private static (Regex? Regex, CelValue Refusal) Compiled(string pattern)
    {
        if (Known.TryGetValue(pattern, out var known))
        {
            return known;
        }

        var made = Make(pattern);
        return Known.Count < MostRemembered ? Known.GetOrAdd(pattern, made) : made;
    }

    private static (Regex?, CelValue) Make(string pattern)
    {
        if (pattern.Length > Longest)
        {
            return (null, Errors.Invalid($"the pattern has more than {Longest} characters"));
        }

        try
        {
            return (new Regex(Re2.ToDotNet(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), default);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return (null, Errors.Invalid(e.Message.ReplaceLineEndings(" ")));
        }
    }
}
