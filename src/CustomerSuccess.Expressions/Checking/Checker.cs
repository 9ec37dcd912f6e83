namespace CustomerSuccess.Expressions;

/// <summary>
/// Finds what every name of an expression refers to and which type every part has. An expression that is not to be checked
/// goes through the same, without complaints. All mistakes are found; a part that has one may be of any type.
/// </summary>
internal sealed partial class Checker
{
    private readonly CelEnvironment _environment;
    private readonly MistakeList _mistakes;
    private readonly bool _isChecked;
    private readonly Resolution _resolution;
    private readonly TypeBindings _bindings = new();
    private readonly List<(string Name, CelType Type)> _locals = [];

    private Checker(CelEnvironment environment, MistakeList mistakes, int count, bool isChecked)
    {
        (_environment, _mistakes, _isChecked) = (environment, mistakes, isChecked);
        _resolution = new(count);
    }

    public static Resolution Run(CelEnvironment environment, CelNode root, int count, CelType? expected, bool isChecked, MistakeList mistakes)
    {
        var checker = new Checker(environment, mistakes, count, isChecked);
        var type = checker.Visit(root);
        if (expected is not null && !checker.FitsExpected(expected, type))
        {
            checker.Complain("EX008", $"The expression is {Article(checker._bindings.Resolve(type))}, and {Article(expected)} is expected.", expected.Kind == CelTypeKind.Bool ? "Compare it with something." : "", root);
        }

        var types = checker._resolution.Types;
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = types[i] is null ? CelType.Dyn : checker._bindings.Resolve(types[i]);
        }

        return checker._resolution;
    }

    private static string Article(CelType type) => type.Kind switch
    {
        CelTypeKind.Bool => "a yes or no (bool)",
        CelTypeKind.Int => "a whole number (int)",
        CelTypeKind.Uint => "a whole number without a sign (uint)",
        CelTypeKind.Double => "a number (double)",
        CelTypeKind.String => "a text (string)",
        CelTypeKind.Timestamp => "an instant (timestamp)",
        CelTypeKind.Duration => "a duration",
        CelTypeKind.Dyn => "something of any type (dyn)",
        _ => type.ToString(),
    };

    private static string Shown(CelNode node) => node.ToString() is { Length: > 60 } text ? text[..60] + "…" : node.ToString();

    private bool FitsExpected(CelType expected, CelType type) =>
        _bindings.Fits(expected, type) || (_environment.WidensIntegers && expected.Kind == CelTypeKind.Double && _bindings.Resolve(type).Kind == CelTypeKind.Int);

    private void Complain(string code, string message, string cure, CelNode at) => Complain(code, message, cure, at.Start, at.End);

    private void Complain(string code, string message, string cure, int start, int end)
    {
        if (_isChecked)
        {
            _mistakes.Add(code, message, cure, start, end);
        }
    }

    private CelType Visit(CelNode node)
    {
        var type = node switch
        {
            CelLiteral literal => CelTypes.Of(literal.Value),
            CelName name => VisitName(name),
            CelSelect select => VisitSelect(select),
            CelCall call => VisitCall(call),
            CelListLiteral list => CelType.ListOf(JoinAll(list.Parts, 0, 1)),
            CelMapLiteral map => VisitMap(map),
            CelComprehension comprehension => VisitComprehension(comprehension),
            _ => CelType.Dyn,
        };
        return _resolution.Types[node.Id] = type;
    }

    private CelType VisitName(CelName name)
    {
        if (!name.IsRooted && FindLocal(name.Name) is { } slot)
        {
            return Refer(name, new LocalReference(slot), _locals[slot].Type);
        }

        if (FindNamed(name.Name) is { } found)
        {
            return Refer(name, found.Reference, found.Type);
        }

        _resolution.References[name.Id] = new VariableReference(name.Name, null);
        Complain("EX004", $"There is no '{name.Name}'.", Near.For(name.Name, [.. _locals.Select(l => l.Name), .. _environment.Variables.Select(v => v.Name)]), name);
        return CelType.Dyn;
    }

    private CelType Refer(CelNode node, Reference reference, CelType type)
    {
        _resolution.References[node.Id] = reference;
        return type;
    }

    private int? FindLocal(string name)
    {
        for (var slot = _locals.Count - 1; slot >= 0; slot--)
        {
            if (_locals[slot].Name == name)
            {
                return slot;
            }
        }

        return null;
    }

    private (Reference Reference, CelType Type)? FindNamed(string name)
    {
        if (_environment.FindVariable(name) is { } variable)
        {
            return (new VariableReference(name, variable), variable.Type);
        }

        return CelTypes.Named.TryGetValue(name, out var type) ? (new TypeReference(type), CelType.TypeOf(type)) : null;
    }

    /// <summary><c>a.b.c</c> as one name, where nothing but names and dots makes it up; otherwise null.</summary>
    private string? Qualified(CelNode node) => node switch
    {
        CelName name => name.IsRooted || FindLocal(name.Name) is null ? name.Name : null,
        CelSelect { IsTest: false } select => Qualified(select.Operand) is { } operand ? string.Concat(operand, ".", select.Field) : null,
        _ => null,
    };

    private CelType VisitSelect(CelSelect select)
    {
        if (!select.IsTest && Qualified(select) is { } qualified && FindNamed(qualified) is { } found)
        {
            return Refer(select, found.Reference, found.Type);
        }

        var operand = _bindings.Resolve(Visit(select.Operand));
        operand = operand.Kind == CelTypeKind.Nullable ? operand.Parameters[0] : operand;
        var type = operand.Kind switch
        {
            CelTypeKind.Dyn => CelType.Dyn,
            CelTypeKind.Map => operand.Parameters[1],
            CelTypeKind.Record => VisitField(select, operand),
            _ => NoFields(select, operand),
        };
        return select.IsTest ? CelType.Bool : type;
    }

    private CelType VisitField(CelSelect select, CelType operand)
    {
        if (_environment.FindRecord(operand.Name) is not { } record)
        {
            return CelType.Dyn;
        }

        if (record.Find(select.Field) is { } field)
        {
            return Refer(select, new FieldReference(field), field.Type);
        }

        Complain("EX007", $"{(record.Fields.Count == 0 ? "Nothing is declared of" : "There is no field")} '{select.Field}' of {Shown(select.Operand)}.", Near.For(select.Field, [.. record.Fields.Select(f => f.Name)]), select.FieldStart, select.End);
        return CelType.Dyn;
    }

    private CelType NoFields(CelSelect select, CelType operand)
    {
        Complain("EX007", $"'{select.Field}' is asked of {Shown(select.Operand)}, which is {Article(operand)} and has no fields.", "", select.FieldStart, select.End);
        return CelType.Dyn;
    }

    // Every so many of the items, from the first of them.
    private CelType JoinAll(IReadOnlyList<CelNode> items, int first, int step)
    {
        CelType? joined = null;
        for (var i = first; i < items.Count; i += step)
        {
            var type = Visit(items[i]);
            joined = joined is null ? type : _bindings.Join(joined, type);
        }

        return joined ?? _bindings.Fresh();
    }

    private CelType VisitMap(CelMapLiteral map)
    {
        var keys = JoinAll(map.Parts, 0, 2);
        var values = JoinAll(map.Parts, 1, 2);
        foreach (var twice in map.Parts.Where((_, i) => i % 2 == 0).OfType<CelLiteral>().GroupBy(l => l.Value).Where(g => g.Count() > 1))
        {
            Complain("EX010", $"The key {twice.Key} is there twice.", "Give each key once.", twice.Last());
        }

        return CelType.MapOf(keys, values);
    }
}
