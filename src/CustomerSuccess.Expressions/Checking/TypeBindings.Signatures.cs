using System.Runtime.InteropServices;

namespace CustomerSuccess.Expressions;

/// <content>Signatures, tried with parameters of their own.</content>
internal sealed partial class TypeBindings
{
    /// <summary>Tries whether a signature takes types, as one with parameters of its own, and takes back what that bound; null where it does not.</summary>
    public SignatureFit? Probe(CelOverload overload, CelType[] given)
    {
        var types = overload.Types;
        for (var i = 0; i < given.Length; i++)
        {
            if (CannotFit(types[i], given[i]))
            {
                return null;
            }
        }

        if (IsAnyTwice(overload, given))
        {
            return new(overload.Result, []);
        }

        var before = _changes.Count;
        _renamed.Clear();
        for (var i = 0; i < given.Length; i++)
        {
            if (!Fits(Rename(types[i]), given[i]))
            {
                TakeBack(before);
                return null;
            }
        }

        var fit = new SignatureFit(Rename(overload.Result), BoundSince(before));
        TakeBack(before);
        return fit;
    }

    /// <summary>Binds again what a signature bound that was probed.</summary>
    public void Apply(SignatureFit fit)
    {
        foreach (var (name, type) in fit.Bound)
        {
            Set(name, type);
        }
    }

    // Told without binding anything: two plain types of different kinds.
    private static bool CannotFit(CelType to, CelType from) => to.Kind != from.Kind && IsPlain(to.Kind) && IsPlain(from.Kind);

    // What takes two of any type, as == does, and is given twice the same: what the parameter stands for then matters to nobody.
    private static bool IsAnyTwice(CelOverload overload, CelType[] given) =>
        given.Length == 2 && ReferenceEquals(given[0], given[1]) && !given[0].IsOpen && !overload.Result.IsOpen
        && overload.Types is [{ Kind: CelTypeKind.Parameter, Name: var first }, { Kind: CelTypeKind.Parameter, Name: var second }] && first == second;

    private (string Name, CelType Type)[] BoundSince(int before)
    {
        if (_changes.Count == before)
        {
            return [];
        }

        var bound = new List<(string Name, CelType Type)>(_changes.Count - before);
        foreach (var (name, _) in CollectionsMarshal.AsSpan(_changes)[before..])
        {
            if (!bound.Exists(b => b.Name == name))
            {
                bound.Add((name, _bound[name]));
            }
        }

        return [.. bound];
    }

    private CelType Rename(CelType type)
    {
        if (!type.IsOpen)
        {
            return type;
        }

        if (type.Kind == CelTypeKind.Parameter)
        {
            foreach (var (name, earlier) in CollectionsMarshal.AsSpan(_renamed))
            {
                if (name == type.Name)
                {
                    return earlier;
                }
            }

            var fresh = Fresh();
            _renamed.Add((type.Name, fresh));
            return fresh;
        }

        var parameters = new CelType[type.Parameters.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Rename(type.Parameters[i]);
        }

        return type.WithParameters(parameters);
    }
}

/// <summary>A signature that takes the given types: its result, and what its parameters, and those of the types, stand for.</summary>
internal readonly record struct SignatureFit(CelType Result, (string Name, CelType Type)[] Bound);
