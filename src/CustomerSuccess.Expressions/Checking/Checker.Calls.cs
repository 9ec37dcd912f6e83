namespace CustomerSuccess.Expressions;

/// <content>Calls: which signatures fit.</content>
internal sealed partial class Checker
{
    private CelType VisitCall(CelCall call)
    {
        if (_environment.HasUnknownForms && call.Target is null && UnknownForm(call) is { } special)
        {
            return special;
        }

        // A name in front may belong to the function's.
        if (call.Target is not null && Qualified(call.Target) is { } prefix && _environment.FindFunction($"{prefix}.{call.Function}") is { } qualified)
        {
            return Resolve(call, qualified, VisitAll(call.Arguments), isReceiver: false);
        }

        var types = VisitAll(call.Parts);
        if (call.Function is Operators.And or Operators.Or)
        {
            return Logical(call, types);
        }

        if (_environment.FindFunction(call.Function) is { } function)
        {
            return Resolve(call, function, types, call.Target is not null);
        }

        _resolution.References[call.Id] = new FunctionReference(null, null, null);
        Complain("EX005", $"There is no function '{call.Function}'.", NearFunction(call), call.NameStart, call.NameStart + call.Function.Length);
        return CelType.Dyn;
    }

    private CelType[] VisitAll(IReadOnlyList<CelNode> nodes)
    {
        var types = new CelType[nodes.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Visit(nodes[i]);
        }

        return types;
    }

    private CelType? UnknownForm(CelCall call)
    {
        switch (call)
        {
            case { Function: Operators.Known, Arguments: [var tested] }:
                Visit(tested);
                return CelType.Bool;
            case { Function: Operators.OrElse, Arguments: [var asked, var otherwise] }:
                var (type, other) = (Visit(asked), Visit(otherwise));
                if (_bindings.TryFit(type, other))
                {
                    return _bindings.Join(type, other);
                }

                if (_environment.WidensIntegers && _bindings.Resolve(type).IsNumber && _bindings.Resolve(other).IsNumber)
                {
                    _resolution.References[call.Id] = new FunctionReference(null, null, [Widens(type), Widens(other)]);
                    return CelType.Double;
                }

                Complain("EX006", $"orElse gives {Article(_bindings.Resolve(type))} or {Article(_bindings.Resolve(other))}.", "Let both be of one type.", call);
                return CelType.Dyn;
            case { Function: Operators.Known or Operators.OrElse }:
                Complain("EX006", call.Function == Operators.Known ? "known(x) takes one thing." : "orElse(x, d) takes two things.", "", call);
                foreach (var argument in call.Arguments)
                {
                    Visit(argument);
                }

                return CelType.Dyn;
            default:
                return null;
        }
    }

    private CelType Logical(CelCall call, CelType[] types)
    {
        for (var i = 0; i < types.Length; i++)
        {
            var type = types[i];
            if (!_bindings.Fits(CelType.Bool, type))
            {
                Complain("EX006", $"'{Operators.Shown(call.Function)}' joins conditions, and {Shown(call.Arguments[i])} is {Article(_bindings.Resolve(type))}.", "Compare it with something.", call.Arguments[i]);
            }
        }

        return CelType.Bool;
    }

    private CelType Resolve(CelCall call, CelFunction function, CelType[] given, bool isReceiver)
    {
        if (TryResolve(call, function, given, isReceiver, null) is { } type)
        {
            return type;
        }

        if (_environment.WidensIntegers)
        {
            bool[] widened = [.. given.Select(Widens)];
            CelType[] wider = [.. given.Select((t, i) => widened[i] ? CelType.Double : t)];
            if (widened.Contains(true) && TryResolve(call, function, wider, isReceiver, widened) is { } widerType)
            {
                return widerType;
            }
        }

        _resolution.References[call.Id] = new FunctionReference(function, null, null);
        ComplainOfOverloads(call, function, given, isReceiver);
        return CelType.Dyn;
    }

    private bool Widens(CelType type) => _bindings.Resolve(type).Kind == CelTypeKind.Int;

    private CelType? TryResolve(CelCall call, CelFunction function, CelType[] given, bool isReceiver, bool[]? widened)
    {
        CelOverload? first = null;
        var (count, result, bound) = (0, CelType.Dyn, default(SignatureFit));
        foreach (var overload in function.Signatures)
        {
            if (overload.IsReceiver != isReceiver || overload.Types.Length != given.Length || _bindings.Probe(overload, given) is not { } fit)
            {
                continue;
            }

            if (count++ == 0)
            {
                (first, result, bound) = (overload, fit.Result, fit);
            }
            else if (!overload.Result.Equals(first!.Result))
            {
                result = CelType.Dyn;
            }
        }

        if (count == 0)
        {
            return null;
        }

        _bindings.Apply(bound);
        _resolution.References[call.Id] = new FunctionReference(function, count > 1 ? null : first, widened);
        CheckPattern(call, function);
        return result;
    }

    private void CheckPattern(CelCall call, CelFunction function)
    {
        if (function.Name == "matches" && function.IsStandard && call.Parts[^1] is CelLiteral { Value.Kind: CelKind.String } pattern && Patterns.Find(pattern.Value.AsString()) is { IsError: true } refused)
        {
            Complain("EX011", $"This is no pattern: {refused.AsError().Message}.", "Patterns are regular expressions (RE2): no look-around, no back-references.", pattern);
        }
    }

    private void ComplainOfOverloads(CelCall call, CelFunction function, CelType[] given, bool isReceiver)
    {
        CelType[] types = [.. given.Select(_bindings.Resolve)];
        var shown = Operators.Shown(call.Function);
        if (call.Function == Operators.Conditional)
        {
            var isCondition = types[0].Kind is CelTypeKind.Bool or CelTypeKind.Dyn;
            Complain("EX006", isCondition ? $"'? :' gives {Article(types[1])} or {Article(types[2])}." : $"Before '?' stands a condition, and {Shown(call.Arguments[0])} is {Article(types[0])}.", isCondition ? "Let both be of one type." : "Compare it with something.", call);
            return;
        }

        var message = Operators.Sign(call.Function) is not null && types.Length == 2
            ? $"'{shown}' does not take {Article(types[0])} and {Article(types[1])}."
            : isReceiver
                ? $"'{shown}' of {Article(types[0])} does not take ({string.Join<CelType>(", ", types.Skip(1))})."
                : $"'{shown}' does not take ({string.Join<CelType>(", ", types)}).";
        Complain("EX006", message, Cure(function, types, isReceiver), call.Target is null && Operators.Sign(call.Function) is not null ? call.Start : call.NameStart, call.End);
    }

    private static string Cure(CelFunction function, CelType[] types, bool isReceiver)
    {
        if (types.Length == 2 && types.Any(t => t.Kind == CelTypeKind.Double) && types.Any(t => t.Kind is CelTypeKind.Int or CelTypeKind.Uint))
        {
            return "Write the whole number as a double: 1.0, or double(x).";
        }

        if (types.Length == 2 && types.Any(t => t.Kind == CelTypeKind.Null))
        {
            return "What can be null is declared so; ask has(x.field) for a field.";
        }

        CelOverload[] fit = [.. function.Overloads.Where(o => o.IsReceiver == isReceiver)];
        fit = fit.Length == 0 ? [.. function.Overloads] : fit;
        return $"It takes {string.Join("; ", fit.Take(4))}{(fit.Length > 4 ? "; …" : "")}.";
    }

    private string NearFunction(CelCall call)
    {
        var isReceiver = call.Target is not null;
        string[] known =
        [
            .. _environment.Functions.Where(f => char.IsAsciiLetter(f.Name[0]) && f.Overloads.Any(o => o.IsReceiver == isReceiver)).Select(f => f.Name),
            .. isReceiver ? Macros.OnElements : [Macros.Has],
            .. !isReceiver && _environment.HasUnknownForms ? [Operators.OrElse, Operators.Known] : Array.Empty<string>(),
        ];
        return Near.For(call.Function, known);
    }
}
