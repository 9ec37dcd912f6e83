namespace CustomerSuccess.Expressions;

/// <summary>What the parameters of signatures stand for so far, and which types fit which.</summary>
internal sealed partial class TypeBindings
{
    // Most expressions need no more; others get further ones.
    private static readonly CelType[] Few = [.. Enumerable.Range(0, 32).Select(Numbered)];

    private readonly Dictionary<string, CelType> _bound = new(StringComparer.Ordinal);
    private readonly List<(string Name, CelType? Before)> _changes = [];
    private readonly List<(string Name, CelType Fresh)> _renamed = [];
    private int _fresh;

    /// <summary>A parameter that nothing is known of yet.</summary>
    public CelType Fresh()
    {
        var number = _fresh++;
        return number < Few.Length ? Few[number] : Numbered(number);
    }

    /// <summary>The same as <see cref="Fits"/>, and binds nothing where it does not fit.</summary>
    public bool TryFit(CelType to, CelType from)
    {
        var before = _changes.Count;
        if (Fits(to, from))
        {
            return true;
        }

        TakeBack(before);
        return false;
    }

    /// <summary>Whether a value of one type may stand where the other is expected; binds parameters.</summary>
    public bool Fits(CelType to, CelType from)
    {
        if (ReferenceEquals(to, from) && !to.IsOpen)
        {
            return true;
        }

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

        return to.Kind == from.Kind && (to.Kind == CelTypeKind.Type || (to.Name == from.Name && AllFit(to.Parameters, from.Parameters)));
    }

    /// <summary>The type with all that is bound put in; what is not bound is any type.</summary>
    public CelType Resolve(CelType type)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out var bound) ? Resolve(bound) : CelType.Dyn;
        }

        return type.IsOpen ? type.WithParameters([.. type.Parameters.Select(Resolve)]) : type;
    }

    /// <summary>One that both fit, for elements of a list; any type where there is none.</summary>
    public CelType Join(CelType one, CelType other) => TryFit(one, other) ? MostGeneral(one, other) : CelType.Dyn;

    private static CelType Numbered(int number) => CelType.Parameter(FormattableString.Invariant($"#{number}"));

    private static bool IsPlain(CelTypeKind kind) => kind is not (CelTypeKind.Parameter or CelTypeKind.Dyn or CelTypeKind.Nullable);

    private bool AllFit(IReadOnlyList<CelType> to, IReadOnlyList<CelType> from)
    {
        for (var i = 0; i < Math.Min(to.Count, from.Count); i++)
        {
            if (!Fits(to[i], from[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void Set(string name, CelType type)
    {
        _changes.Add((name, _bound.GetValueOrDefault(name)));
        _bound[name] = type;
    }

    private void TakeBack(int upTo)
    {
        if (_changes.Count == upTo)
        {
            return;
        }

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

    private bool Occurs(string parameter, CelType type) => type.IsOpen && (type.Kind == CelTypeKind.Parameter
        ? type.Name == parameter || (_bound.TryGetValue(type.Name, out var bound) && Occurs(parameter, bound))
        : type.Parameters.Any(p => Occurs(parameter, p)));
}
