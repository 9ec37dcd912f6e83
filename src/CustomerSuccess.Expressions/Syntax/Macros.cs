namespace CustomerSuccess.Expressions;

/// <summary>Calls that are no functions: <c>has(x.f)</c>, and the forms that go through elements.</summary>
internal static class Macros
{
    public const string Has = "has";

    /// <summary>Names of macros on a list or map, with the numbers of arguments they take.</summary>
    public static readonly string[] OnElements = ["all", "exists", "exists_one", "existsOne", "filter", "map", "transformList", "transformMap", "transformMapEntry"];

    /// <summary>The macro of a call that stands by itself; null where it is none.</summary>
    public static CelNode? TryExpand(string name, IReadOnlyList<CelNode> arguments, int start, int nameStart, int end, Func<int> id, MistakeList mistakes)
    {
        if (name != Has || arguments.Count != 1)
        {
            return null;
        }

        if (arguments[0] is CelSelect { IsTest: false } select)
        {
            return new CelSelect(id(), start, end, select.Operand, select.Field, isTest: true, select.FieldStart);
        }

        mistakes.Add("EX009", "has(…) asks for a field.", "Write has(x.field).", nameStart, end);
        return new CelBroken(id(), start, end);
    }

    /// <summary>The macro of a call on something; null where it is none.</summary>
    public static CelNode? TryExpand(CelNode range, string name, IReadOnlyList<CelNode> arguments, int nameStart, int end, Func<int> id, MistakeList mistakes)
    {
        if (Form(name, arguments.Count) is not { } form)
        {
            return null;
        }

        var first = NameOf(arguments[0], mistakes);
        var second = form.HasTwoNames ? NameOf(arguments[1], mistakes) : null;
        if (first is null || (form.HasTwoNames && second is null))
        {
            return new CelBroken(id(), range.Start, end);
        }

        if (first == second)
        {
            mistakes.Add("EX009", $"Both names of {name} are '{first}'.", "Name the two differently.", arguments[1]);
            return new CelBroken(id(), range.Start, end);
        }

        var filter = form.HasFilter ? arguments[^2] : null;
        return new CelComprehension(id(), range.Start, end, form.Macro, name, range, first, second, filter, arguments[^1]);
    }

    private static (CelMacro Macro, bool HasTwoNames, bool HasFilter)? Form(string name, int arguments) => (name, arguments) switch
    {
        ("all", 2) => (CelMacro.All, false, false),
        ("all", 3) => (CelMacro.All, true, false),
        ("exists", 2) => (CelMacro.Exists, false, false),
        ("exists", 3) => (CelMacro.Exists, true, false),
        ("exists_one" or "existsOne", 2) => (CelMacro.ExistsOne, false, false),
        ("exists_one" or "existsOne", 3) => (CelMacro.ExistsOne, true, false),
        ("filter", 2) => (CelMacro.Filter, false, false),
        ("map", 2) => (CelMacro.Map, false, false),
        ("map", 3) => (CelMacro.Map, false, true),
        ("transformList", 3) => (CelMacro.Map, true, false),
        ("transformList", 4) => (CelMacro.Map, true, true),
        ("transformMap", 3) => (CelMacro.TransformMap, true, false),
        ("transformMap", 4) => (CelMacro.TransformMap, true, true),
        ("transformMapEntry", 3) => (CelMacro.TransformMapEntry, true, false),
        ("transformMapEntry", 4) => (CelMacro.TransformMapEntry, true, true),
        _ => null,
    };

    private static string? NameOf(CelNode argument, MistakeList mistakes)
    {
        if (argument is CelName { IsRooted: false } name)
        {
            return name.Name;
        }

        mistakes.Add("EX009", "A macro names the element here, by one simple name.", "Write for instance xs.all(x, x > 0).", argument);
        return null;
    }
}
