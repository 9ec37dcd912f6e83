namespace CustomerSuccess.Expressions;

/// <summary>
/// The readers of an expression's variables, and of the parts that the host reads as a whole. Each is looked up once, whoever asks.
/// Of one thread at a time.
/// </summary>
internal sealed class RowReaders<T>(CelExpression expression, CelBinding<T> binding)
{
    private readonly Found[] _found = new Found[expression.Resolution.Types.Length];

    /// <summary>The reader of a variable that a node names; null where the binding does not have it.</summary>
    public CelReader<T>? Find(CelNode node, CelVariable variable)
    {
        ref var found = ref _found[node.Id];
        if (!found.IsNamed)
        {
            (found.IsNamed, found.Named) = (true, binding.Find(variable.Name));
        }

        return found.Named;
    }

    /// <summary>The reader of a part that the host recognises; null of all others.</summary>
    public CelReader<T>? Recognise(CelNode node)
    {
        if (binding.Recognise is not { } recognise || node is not (CelSelect or CelCall))
        {
            return null;
        }

        ref var found = ref _found[node.Id];
        if (!found.IsRecognised)
        {
            (found.IsRecognised, found.Recognised) = (true, recognise(expression, node));
        }

        return found.Recognised;
    }

    private struct Found
    {
        public bool IsNamed;
        public bool IsRecognised;
        public CelReader<T>? Named;
        public CelReader<T>? Recognised;
    }
}
