namespace CustomerSuccess.Expressions;

/// <summary>What becomes of a function whose arguments are not all known: the first error, otherwise the unknowns of all.</summary>
internal static class Strict
{
    /// <summary>The error or unknown that stands for the result; null where all are known.</summary>
    public static CelValue? Refusal(ReadOnlySpan<CelValue> arguments)
    {
        CelUnknown? unknown = null;
        foreach (var argument in arguments)
        {
            if (argument.IsError)
            {
                return argument;
            }

            if (argument.Object is CelUnknown found)
            {
                unknown = CelUnknown.Join(unknown, found);
            }
        }

        return unknown is null ? null : CelValue.Of(unknown);
    }
}
