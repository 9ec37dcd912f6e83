namespace CustomerSuccess.Expressions;

/// <summary>Why a value is not known: causes, sorted, each once. Immutable.</summary>
public sealed class CelUnknown
{
    /// <summary>Not known because of these.</summary>
    /// <param name="causes">At least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public CelUnknown(IEnumerable<CelCause> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        CelCause[] all = [.. causes.Distinct().OrderBy(c => c.Subject, StringComparer.Ordinal).ThenBy(c => c.Reason, StringComparer.Ordinal)];
        Causes = all.Length > 0 ? Array.AsReadOnly(all) : throw new ArgumentException("What is not known has a cause.", nameof(causes));
    }

    /// <summary>The causes, sorted by subject and reason.</summary>
    public IReadOnlyList<CelCause> Causes { get; }

    /// <inheritdoc />
    public override string ToString() => $"unknown ({string.Join("; ", Causes)})";

    /// <summary>The causes of both.</summary>
    internal static CelUnknown Join(CelUnknown? one, CelUnknown other) =>
        one is null || ReferenceEquals(one, other) ? other : new CelUnknown(one.Causes.Concat(other.Causes));
}
