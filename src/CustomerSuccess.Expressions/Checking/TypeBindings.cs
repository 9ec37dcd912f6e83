namespace CustomerSuccess.Expressions;

/// <summary>What the parameters of signatures stand for so far, and which types fit which.</summary>
internal sealed class TypeBindings
{
    private readonly Dictionary<string, CelType> _bound = new(StringComparer.Ordinal);
    private readonly List<(string Name, CelType? Before)> _changes = [];
    private int _fresh;

    /// <summary>A parameter that nothing is known of yet.</summary>
    public CelType Fresh() => CelType.Parameter(FormattableString.Invariant($"#{_fresh++}"));

    /// <summary>A signature with parameters of its own.</summary>
    public (CelType[] Parameters, CelType Result) Fresh(CelOverload overload)
    {
        var renamed = new Dictionary<string, CelType>(StringComparer.Ordinal);
        return ([.. overload.Parameters.Select(p => Rename(p, renamed))], Rename(overload.Result, renamed));
    }

    /// <summary>Tries something, and forgets what it bound unless it succeeds.</summary>
    public bool Try(Func<bool> attempt)
    {
        var before = _changes.Count;
        if (attempt())
        {
            return true;
        }

        TakeBack(before);
        return false;
    }

    /// <summary>Tries something and takes back what it bound; what that was, to be given to <see cref="Apply"/>, or null where it fails.</summary>
    public IReadOnlyList<(string Name, CelType Type)>? Probe(Func<bool> attempt)
    {
        var before = _changes.Count;
        var succeeds = attempt();
        (string, CelType)[]? bound = succeeds ? [.. _changes.Skip(before).Select(c => c.Name).Distinct(StringComparer.Ordinal).Select(n => (n, _bound[n]))] : null;
        TakeBack(before);
        return bound;
    }

    public void Apply(IReadOnlyList<(string Name, CelType Type)> bound)
    {
        foreach (var (name, type) in bound)
        {
            Set(name, type);
        }
    }

    /// <summary>Whether a value of one type may stand where the other is expected; binds parameters.</summary>
    public bool Fits(CelType to, CelType from)
    {
        if (to.Kind == CelTypeKind.Parameter && _bound.TryGetValue(to.Name, out var bound))
        {
            if (!Fits(bound, from))
            {
                return false;
            }

            var general = MostGeneral(bound, from);
            if (general.Kind != CelTypeKind.Parameter || general.Name != to.Name)
            {
                Set(to.Name, general);
            }

            return true;
        }

        if (from.Kind == CelTypeKind.Parameter && _bound.TryGetValue(from.Name, out bound))
        {
            return Fits(to, bound);
        }

        if (to.Kind == CelTypeKind.Parameter || from.Kind == CelTypeKind.Parameter)
        {
            return Bind(to, from);
        }

        if (to.Kind == CelTypeKind.Dyn || from.Kind == CelTypeKind.Dyn)
        {
            return true;
        }

        if (to.Kind == CelTypeKind.Nullable || from.Kind == CelTypeKind.Nullable)
        {
            return (to.Kind == CelTypeKind.Nullable && from.Kind == CelTypeKind.Null)
                || (from.Kind == CelTypeKind.Nullable && to.Kind == CelTypeKind.Null)
                || Fits(Inner(to), Inner(from));
        }

        return to.Kind == from.Kind && (to.Kind == CelTypeKind.Type || (to.Name == from.Name && to.Parameters.Zip(from.Parameters).All(p => Fits(p.First, p.Second))));
    }

    /// <summary>The type with all that is bound put in; what is not bound is any type.</summary>
    public CelType Resolve(CelType type)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out var bound) ? Resolve(bound) : CelType.Dyn;
        }

        return type.Parameters.Count == 0 ? type : type.WithParameters([.. type.Parameters.Select(Resolve)]);
    }

    /// <summary>One that both fit, for elements of a list; any type where there is none.</summary>
    public CelType Join(CelType one, CelType other) => Try(() => Fits(one, other)) ? MostGeneral(one, other) : CelType.Dyn;

    private void Set(string name, CelType type)
    {
        _changes.Add((name, _bound.GetValueOrDefault(name)));
        _bound[name] = type;
    }

    private void TakeBack(int upTo)
    {
        for (var i = _changes.Count - 1; i >= upTo; i--)
        {
            if (_changes[i].Before is { } before)
            {
                _bound[_changes[i].Name] = before;
            }
            else
            {
                _bound.Remove(_changes[i].Name);
            }
        }

        _changes.RemoveRange(upTo, _changes.Count - upTo);
    }

    private static CelType Inner(CelType type) => type.Kind == CelTypeKind.Nullable ? type.Parameters[0] : type;

    private CelType MostGeneral(CelType one, CelType other)
    {
        other = other.Kind == CelTypeKind.Parameter && _bound.TryGetValue(other.Name, out var bound) ? bound : other;
        if (one.Kind == CelTypeKind.Dyn || other.Kind == CelTypeKind.Dyn)
        {
            return CelType.Dyn;
        }

        if (one.Kind == CelTypeKind.Null && other.Kind == CelTypeKind.Nullable)
        {
            return other;
        }

        return other.Kind == CelTypeKind.Nullable && one.Kind != CelTypeKind.Nullable ? CelType.NullableOf(one)
            : one.Parameters.Count > 0 && one.Parameters.Count == other.Parameters.Count && one.Kind == other.Kind
                ? one.WithParameters([.. one.Parameters.Zip(other.Parameters, MostGeneral)])
                : one;
    }

    private bool Bind(CelType to, CelType from)
    {
        var (parameter, type) = to.Kind == CelTypeKind.Parameter ? (to, from) : (from, to);
        if (type.Kind == CelTypeKind.Parameter && type.Name == parameter.Name)
        {
            return true;
        }

        if (Occurs(parameter.Name, type))
        {
            return false;
        }

        Set(parameter.Name, type);
        return true;
    }

    private bool Occurs(string parameter, CelType type) => type.Kind == CelTypeKind.Parameter
        ? type.Name == parameter || (_bound.TryGetValue(type.Name, out var bound) && Occurs(parameter, bound))
        : type.Parameters.Any(p => Occurs(parameter, p));

    private CelType Rename(CelType type, Dictionary<string, CelType> renamed)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            if (!renamed.TryGetValue(type.Name, out var fresh))
            {
                renamed[type.Name] = fresh = Fresh();
            }

            return fresh;
        }

        return type.Parameters.Count == 0 ? type : type.WithParameters([.. type.Parameters.Select(p => Rename(p, renamed))]);
    }
}
