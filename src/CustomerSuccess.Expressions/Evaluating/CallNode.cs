using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>A call of a function whose arguments are all evaluated first.</summary>
internal class CallNode(CelFunction function, Node[] arguments, CelOverload? single = null) : Node
{
    private const int Few = 3;

    protected Node[] Arguments => arguments;

    public override CelGrowth Growth => Movement is var moves && moves == CelGrowth.Opaque ? CelGrowth.None : moves;

    public override bool IsOpaque => Movement == CelGrowth.Opaque;

    private CelGrowth Movement
    {
        get
        {
            var growth = function.IsPure ? CelGrowth.None : CelGrowth.Opaque;
            for (var i = 0; i < arguments.Length; i++)
            {
                growth = Growths.Through(function, single, i, growth, arguments[i].Growth);
            }

            return growth;
        }
    }

    public override CelValue Evaluate(Frame frame)
    {
        if (arguments.Length > Few)
        {
            var many = new CelValue[arguments.Length];
            for (var i = 0; i < many.Length; i++)
            {
                many[i] = arguments[i].Evaluate(frame);
            }

            return Invoke(frame, many);
        }

        var few = default(ThreeValues);
        for (var i = 0; i < arguments.Length; i++)
        {
            few[i] = arguments[i].Evaluate(frame);
        }

        return Invoke(frame, ((ReadOnlySpan<CelValue>)few)[..arguments.Length]);
    }

    public override Timed EvaluateTimed(Frame frame)
    {
        var values = new CelValue[arguments.Length];
        var (until, growth) = (Timed.Forever, CelGrowth.None);
        for (var i = 0; i < values.Length; i++)
        {
            var timed = arguments[i].EvaluateTimed(frame);
            values[i] = timed.Value;
            until = Math.Min(until, timed.Until);
            growth = Growths.Through(function, single, i, growth, timed.Growth);
        }

        var value = Invoke(frame, values);
        if (!function.IsPure)
        {
            growth = CelGrowth.Opaque;
        }

        // What moves in a way that is not foreseen is asked again later.
        return growth == CelGrowth.Opaque ? new(value, Math.Min(until, frame.Now + frame.Recheck), growth) : new(value, until, value.IsKnown ? growth : CelGrowth.None);
    }

    protected CelValue Invoke(Frame frame, ReadOnlySpan<CelValue> values)
    {
        if (Strict.Refusal(values) is { } refusal)
        {
            return refusal;
        }

        if (function.IsStandard)
        {
            return function.Body(frame, values);
        }

        if (HostCalls.Find(function, values) is not { Body: { } body })
        {
            return Errors.NoOverload(function.Name, values);
        }

        try
        {
            return body(frame, values);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Errors.Of(CelErrorKind.HostFailed, $"'{function.Name}' threw {e.GetType().Name}: {e.Message}");
        }
    }

    [InlineArray(Few)]
    private struct ThreeValues
    {
        private CelValue _first;
    }
}

/// <summary>Which signature of a host's function values fit.</summary>
internal static class HostCalls
{
    public static CelOverload? Find(CelFunction function, ReadOnlySpan<CelValue> values)
    {
        foreach (var overload in function.Overloads)
        {
            if (overload.Parameters.Count == values.Length && All(overload, values))
            {
                return overload;
            }
        }

        return null;
    }

    private static bool All(CelOverload overload, ReadOnlySpan<CelValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!Fits(overload.Parameters[i], values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(CelType type, CelValue value) => type.Kind switch
    {
        CelTypeKind.Dyn or CelTypeKind.Parameter => true,
        CelTypeKind.Nullable => value.Kind == CelKind.Null || Fits(type.Parameters[0], value),
        CelTypeKind.Record => value.Object is CelRecord record && record.Type.Name == type.Name,
        _ => CelTypes.Of(value).Kind == type.Kind,
    };
}

/// <summary>How the movement of arguments goes through functions.</summary>
internal static class Growths
{
    /// <summary>The movement of a result, argument after argument.</summary>
    public static CelGrowth Through(CelFunction function, CelOverload? single, int place, CelGrowth soFar, CelGrowth argument)
    {
        if (argument == CelGrowth.None)
        {
            return soFar;
        }

        if (argument == CelGrowth.Opaque || soFar == CelGrowth.Opaque)
        {
            return CelGrowth.Opaque;
        }

        if (!function.IsStandard)
        {
            return single is { Options: { KeepsOrder: true, IsPure: true } } ? argument : CelGrowth.Opaque;
        }

        var moves = function.Name switch
        {
            Operators.Add => argument,
            Operators.Subtract => place == 0 ? argument : Reverse(argument),
            Operators.Negate => Reverse(argument),
            "int" or "double" or "timestamp" or "duration" or "dyn" => argument,
            // Of a duration, which has no zone: so many whole hours.
            "getHours" or "getMinutes" or "getSeconds" when single?.Parameters[0].Kind == CelTypeKind.Duration => argument,
            _ => CelGrowth.Opaque,
        };
        return soFar == CelGrowth.None || soFar == moves ? moves : CelGrowth.Opaque;
    }

    /// <summary>The movement of one of two; which one, is told at run time.</summary>
    public static CelGrowth Either(CelGrowth one, CelGrowth other) => one == CelGrowth.None ? other : one;

    public static CelGrowth Reverse(CelGrowth growth) => growth switch
    {
        CelGrowth.Grows => CelGrowth.Falls,
        CelGrowth.Falls => CelGrowth.Grows,
        _ => growth,
    };
}
