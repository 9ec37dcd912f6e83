namespace CustomerSuccess.Contacts;

/// <summary>Whether a contact is ready to speak for the vendor.</summary>
public enum AdvocateReadiness
{
    /// <summary>All that is asked of an advocate holds.</summary>
    Ready,

    /// <summary>Something does not hold.</summary>
    NotReady,

    /// <summary>Nothing is known to be against it, and something is not known.</summary>
    Unknown,
}

/// <summary>One thing that is asked of an advocate. Immutable.</summary>
public sealed class AdvocateCondition
{
    /// <summary>What, in words.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it holds; null where that is not known.</summary>
    public required bool? Holds { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }

    /// <summary><c>engaged: yes, 3 days ago</c>.</summary>
    public override string ToString() => $"{Name}: {Holds switch { true => "yes", false => "no", _ => "not known" }}, {Because}";
}

/// <summary>Where a contact stands as somebody who speaks for the vendor, as of an instant. Immutable.</summary>
public sealed class Advocate
{
    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>Whether the contact is ready: no where a condition does not hold, otherwise unknown where one is not known.</summary>
    public required AdvocateReadiness Readiness { get; init; }

    /// <summary>What readiness is made of.</summary>
    public required IReadOnlyList<AdvocateCondition> Conditions { get; init; }

    /// <summary>The last entries about what the contact agrees to, one for each kind of ask and one for any.</summary>
    public required IReadOnlyList<AdvocateConsent> Consents { get; init; }

    /// <summary>The asks that were made, with what came of each, by when; null where the host gives none.</summary>
    public required IReadOnlyList<AdvocacyAsk>? Asks { get; init; }

    /// <summary>Line by line; ids only.</summary>
    public string Explain() => string.Join('\n', [ToString(), .. Conditions.Select(c => $"  {c}"), .. Consents.Select(c => $"  {c}"), .. (Asks ?? []).Select(a => $"  {a}")]);

    /// <summary><c>c-1: Ready</c>.</summary>
    public override string ToString() => $"{ContactId}: {Readiness}";
}

/// <summary>Whether a contact may be asked, and why. Immutable.</summary>
public sealed class AskVerdict
{
    /// <summary>Whether the contact may be asked.</summary>
    public required PermissionState State { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>From when, as far as asks are concerned, it would no longer be too early; null where that is not the reason.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Whether it is known that the contact may be asked.</summary>
    public bool IsAllowed => State == PermissionState.Allowed;

    /// <summary><c>no: asked 3 times in 365 days, again from 2026-09-01</c>.</summary>
    public override string ToString() => $"{State switch { PermissionState.Allowed => "yes", PermissionState.Barred => "no", _ => "unknown" }}: {Reason}";
}
