namespace CustomerSuccess.Proof;

/// <summary>What a figure means, in plain words. Immutable.</summary>
public sealed class FigureSentence
{
    internal FigureSentence(string figure, string text) => (Figure, Text) = (figure, text);

    /// <summary>The figure, named as in the JSON, for instance <c>auc</c>.</summary>
    public string Figure { get; }

    /// <summary>One or two sentences.</summary>
    public string Text { get; }

    /// <inheritdoc />
    public override string ToString() => Text;
}
