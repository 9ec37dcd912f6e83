namespace CustomerSuccess.Expressions;

/// <content>Macros over elements.</content>
internal sealed partial class Checker
{
    private CelType VisitComprehension(CelComprehension comprehension)
    {
        var range = _bindings.Resolve(Visit(comprehension.Range));
        range = range.Kind == CelTypeKind.Nullable ? range.Parameters[0] : range;
        var (key, value) = range.Kind switch
        {
            CelTypeKind.List => (CelType.Int, range.Parameters[0]),
            CelTypeKind.Map => (range.Parameters[0], range.Parameters[1]),
            CelTypeKind.Dyn => (CelType.Dyn, CelType.Dyn),
            _ => NoElements(comprehension, range),
        };
        var element = range.Kind == CelTypeKind.List ? value : key;
        _locals.Add((comprehension.First, comprehension.Second is null ? element : key));
        if (comprehension.Second is { } second)
        {
            _locals.Add((second, value));
        }

        _resolution.Locals = Math.Max(_resolution.Locals, _locals.Count);
        if (comprehension.Filter is { } filter)
        {
            Expect(CelType.Bool, filter, $"The second argument of {comprehension.Written} is a condition");
        }

        var body = Body(comprehension);
        _locals.RemoveRange(_locals.Count - (comprehension.Second is null ? 1 : 2), comprehension.Second is null ? 1 : 2);
        return comprehension.Macro switch
        {
            CelMacro.Filter => CelType.ListOf(element),
            CelMacro.Map => CelType.ListOf(body),
            CelMacro.TransformMap => CelType.MapOf(key, body),
            CelMacro.TransformMapEntry => body,
            _ => CelType.Bool,
        };
    }

    private (CelType Key, CelType Value) NoElements(CelComprehension comprehension, CelType range)
    {
        Complain("EX006", $"{comprehension.Written} goes through a list or a map, and {Shown(comprehension.Range)} is {Article(range)}.", "", comprehension.Range);
        return (CelType.Dyn, CelType.Dyn);
    }

    private CelType Body(CelComprehension comprehension)
    {
        switch (comprehension.Macro)
        {
            case CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne or CelMacro.Filter:
                Expect(CelType.Bool, comprehension.Body, $"The last argument of {comprehension.Written} is a condition");
                return CelType.Bool;
            case CelMacro.TransformMapEntry:
                var entry = Expect(CelType.MapOf(_bindings.Fresh(), _bindings.Fresh()), comprehension.Body, $"The last argument of {comprehension.Written} is a map of one entry");
                return entry.Kind == CelTypeKind.Map ? entry : CelType.MapOf(CelType.Dyn, CelType.Dyn);
            default:
                return Visit(comprehension.Body);
        }
    }

    private CelType Expect(CelType expected, CelNode node, string what)
    {
        var type = Visit(node);
        if (!_bindings.Fits(expected, type))
        {
            Complain("EX006", $"{what}, and {Shown(node)} is {Article(_bindings.Resolve(type))}.", expected.Kind == CelTypeKind.Bool ? "Compare it with something." : "", node);
        }

        return _bindings.Resolve(type);
    }
}
