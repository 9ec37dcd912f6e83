namespace CustomerSuccess.Expressions;

/// <summary>Regular expressions in the syntax of RE2, matched in linear time; those that were used last are remembered.</summary>
internal static class Patterns
{
    private const int Longest = 5000;

    private static readonly RecentPatterns Recent = new(Make);

    /// <summary>The error of a pattern that is none; null where it is one.</summary>
    public static CelValue? Find(string pattern) => Recent.Find(pattern) is { Pattern: null, Refusal: var refusal } ? refusal : null;

    /// <summary>How much a pattern stands for: the steps of its program, or its length where that is more.</summary>
    public static int Size(string pattern) => Math.Max(pattern.Length, Recent.Find(pattern).Pattern?.Steps ?? 0);

    public static CelValue Matches(CelCallContext call, CelValue text, CelValue pattern)
    {
        if (text.Object is not string value || pattern.Object is not string written)
        {
            return Errors.NoOverload("matches", text, pattern);
        }

        if (!call.Pay(written.Length))
        {
            return CelCallContext.TooCostly;
        }

        var (compiled, refusal) = Recent.Find(written);
        if (compiled is null)
        {
            return refusal;
        }

        // By what the pattern stands for, not by how it is written: x{1000} is as much as a thousand x.
        return call.Pay((1L + compiled.Steps) * (1 + (value.Length / 10))) ? CelValue.Of(compiled.IsMatch(value)) : CelCallContext.TooCostly;
    }

    private static KnownPattern Make(string pattern)
    {
        if (pattern.Length > Longest)
        {
            return new(null, Errors.Invalid($"the pattern has more than {Longest} characters"));
        }

        try
        {
            return new(new Re2Pattern(pattern), default);
        }
        catch (Re2SyntaxException e)
        {
            return new(null, Errors.Invalid(e.Message));
        }
    }
}
