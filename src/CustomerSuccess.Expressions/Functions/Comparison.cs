namespace CustomerSuccess.Expressions;

/// <summary>Equality and order as functions.</summary>
internal static class Comparison
{
    public static CelValue Equal(CelCallContext call, CelValue a, CelValue b) =>
        call.Pay(CostOf(a)) ? CelValue.Of(CelEquality.AreEqual(a, b)) : CelCallContext.TooCostly;

    public static CelValue NotEqual(CelCallContext call, CelValue a, CelValue b) =>
        call.Pay(CostOf(a)) ? CelValue.Of(!CelEquality.AreEqual(a, b)) : CelCallContext.TooCostly;

    public static CelValue Order(string function, CelValue a, CelValue b)
    {
        if (CelEquality.Compare(a, b) is not { } order)
        {
            return Errors.NoOverload(function, a, b);
        }

        if (order == CelEquality.Unordered)
        {
            return CelValue.False;
        }

        return CelValue.Of(function switch
        {
            Operators.Less => order < 0,
            Operators.LessOrEqual => order <= 0,
            Operators.Greater => order > 0,
            _ => order >= 0,
        });
    }

    private static long CostOf(CelValue value) => value.Object switch
    {
        string text => text.Length / 10,
        CelList list => list.Count,
        CelMap map => map.Count,
        _ => 0,
    };
}
