namespace CustomerSuccess;

/// <summary>A configuration has mistakes. All of them are in <see cref="Diagnostics"/> and in the message.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="diagnostics">The mistakes; at least one.</param>
    public ConfigurationException(IReadOnlyList<Diagnostic> diagnostics)
        : base(Text(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Every mistake, in the order in which the configuration was written.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Text(IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var count = diagnostics.Count == 1 ? "1 mistake" : $"{diagnostics.Count} mistakes";
        return $"The configuration has {count}:{Environment.NewLine}{string.Join(Environment.NewLine, diagnostics.Select(d => $"  {d}"))}";
    }
}
