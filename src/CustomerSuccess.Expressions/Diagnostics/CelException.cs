namespace CustomerSuccess.Expressions;

/// <summary>An expression has mistakes. All of them are in <see cref="Diagnostics"/> and in the message, each with its place.</summary>
public sealed class CelException : Exception
{
    internal CelException(string text, IReadOnlyList<CelDiagnostic> diagnostics)
        : base(Words(diagnostics)) => (Text, Diagnostics) = (text, diagnostics);

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>Every mistake, in the order of their places.</summary>
    public IReadOnlyList<CelDiagnostic> Diagnostics { get; }

    private static string Words(IReadOnlyList<CelDiagnostic> diagnostics) =>
        $"The expression has {(diagnostics.Count == 1 ? "1 mistake" : $"{diagnostics.Count} mistakes")}:\n{string.Join('\n', diagnostics.Select(d => $"{d}\n{d.Marked}"))}";
}
