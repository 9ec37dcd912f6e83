using System.Text;

namespace CustomerSuccess.Interventions;

/// <summary>What tells cases apart: the rule, the correlation key and the occurrence. Derived from facts, never from chance. Immutable.</summary>
public sealed record CaseKey : IComparable<CaseKey>
{
    /// <summary>Creates a key.</summary>
    /// <param name="rule">The rule's name. Not empty.</param>
    /// <param name="correlation">What the case is about: the customer's id unless the rule says otherwise. Not empty.</param>
    /// <param name="occurrence">Which occurrence of the trigger. Not empty.</param>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public CaseKey(string rule, string correlation, string occurrence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(correlation);
        ArgumentException.ThrowIfNullOrWhiteSpace(occurrence);
        (Rule, Correlation, Occurrence) = (rule, correlation, occurrence);
    }

    /// <summary>The rule's name.</summary>
    public string Rule { get; }

    /// <summary>What the case is about.</summary>
    public string Correlation { get; }

    /// <summary>Which occurrence of the trigger: an anchor and an instant, a signal's id, or the crossing.</summary>
    public string Occurrence { get; }

    /// <summary>By rule, correlation key, occurrence, ordinally.</summary>
    public int CompareTo(CaseKey? other) => other is null ? 1
        : string.CompareOrdinal(Rule, other.Rule) is not 0 and var byRule ? byRule
        : string.CompareOrdinal(Correlation, other.Correlation) is not 0 and var byKey ? byKey
        : string.CompareOrdinal(Occurrence, other.Occurrence);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(CaseKey? left, CaseKey? right) => Compare(left, right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(CaseKey? left, CaseKey? right) => Compare(left, right) > 0;

    /// <summary>Whether one does not come after another.</summary>
    public static bool operator <=(CaseKey? left, CaseKey? right) => Compare(left, right) <= 0;

    /// <summary>Whether one does not come before another.</summary>
    public static bool operator >=(CaseKey? left, CaseKey? right) => Compare(left, right) >= 0;

    /// <summary><c>no login/acme/2026-03-08T00:00:00Z</c>; a slash within a part is written <c>%2F</c>.</summary>
    public override string ToString() => $"{Part(Rule)}/{Part(Correlation)}/{Part(Occurrence)}";

    internal static string Part(string text) => text.AsSpan().IndexOfAny('/', '%') < 0
        ? text
        : new StringBuilder(text).Replace("%", "%25").Replace("/", "%2F").ToString();

    private static int Compare(CaseKey? left, CaseKey? right) => left is null ? right is null ? 0 : -1 : left.CompareTo(right);
}

/// <summary>What tells touches apart: case, step, rung and contact; never which attempt it is. It is what a channel honours as idempotency key. Immutable.</summary>
public sealed record TouchKey
{
    /// <summary>Creates a key.</summary>
    /// <param name="case">The case.</param>
    /// <param name="step">The step of the play, 0 for the first.</param>
    /// <param name="rung">The rung of the ladder, 0 for the first.</param>
    /// <param name="contactId">The contact; null where the work is with the customer's owner and no contact in particular.</param>
    /// <exception cref="ArgumentException">A number is negative or the contact is empty.</exception>
    public TouchKey(CaseKey @case, int step, int rung, string? contactId)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfNegative(rung);
        if (contactId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        }

        (Case, Step, Rung, ContactId) = (@case, step, rung, contactId);
    }

    /// <summary>The case.</summary>
    public CaseKey Case { get; }

    /// <summary>The step of the play.</summary>
    public int Step { get; }

    /// <summary>The rung of the ladder.</summary>
    public int Rung { get; }

    /// <summary>The contact; null where the work is with the owner and no contact in particular.</summary>
    public string? ContactId { get; }

    /// <summary>The case's key with step, rung and contact: <c>no login/acme/2026-03-08T00:00:00Z/0/1/mara</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Case}/{Step}/{Rung}/{(ContactId is null ? "" : CaseKey.Part(ContactId))}");
}
