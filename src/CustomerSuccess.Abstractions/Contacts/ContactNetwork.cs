namespace CustomerSuccess.Contacts;

/// <summary>
/// How broad, how deep and how exposed the network of contacts at one customer is, as of an instant. Immutable.
/// </summary>
public sealed class ContactNetwork
{
    /// <summary>As of when, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How far back interactions count.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The contacts that are still part of the network, by id; empty where none are given.</summary>
    public required IReadOnlyList<ContactNetworkLine> Lines { get; init; }

    /// <summary>How many contacts are active. Unknown where no contacts are given.</summary>
    public required Reading<int> Active { get; init; }

    /// <summary>How many active contacts were engaged within the window. Unknown where contacts or interactions are not given.</summary>
    public required Reading<int> Breadth { get; init; }

    /// <summary>
    /// What hangs on the primary contact, 0 to 1: the share of the interactions within the window, weighted by influence and by
    /// how recent they are, that were with this one person; of contacts who are still part of the network. Where several are
    /// primary it is the one with the largest share, and where none is, too. Unknown where there are no contacts or no interactions.
    /// </summary>
    public required Reading<double> Exposure { get; init; }

    /// <summary>The least the exposure can be, whatever the influences that are not known; null where the exposure is unknown.</summary>
    public required double? ExposureLower { get; init; }

    /// <summary>The most the exposure can be, whatever the influences that are not known; null where the exposure is unknown.</summary>
    public required double? ExposureUpper { get; init; }

    /// <summary>The contact on whom it hangs; null where the exposure is unknown.</summary>
    public required string? ExposedTo { get; init; }

    /// <summary>The required personas that no contact has who is still part of the network, in the order in which they are required. Unknown where no contacts are given.</summary>
    public required Reading<IReadOnlyList<string>> Missing { get; init; }

    /// <summary>Whether somebody who signs is known and active. Unknown where no contacts are given.</summary>
    public required Reading<bool> SignerKnown { get; init; }

    /// <summary>The contacts who moved on within the window, by when.</summary>
    public required IReadOnlyList<ContactMover> Movers { get; init; }

    /// <summary>How many active contacts of a level were engaged within the window; null for those whose level is not known. Unknown where contacts or interactions are not given.</summary>
    public Reading<int> Depth(ContactLevel? level) => Breadth.IsKnown
        ? Reading.Known(Lines.Count(l => l.IsActive && l.Interactions > 0 && l.Level == level))
        : Breadth;

    /// <summary>All of it, line by line; ids only.</summary>
    public string Explain() => string.Join('\n',
    [
        ToString(),
        $"  breadth {Breadth} of {Active} active; executives {Depth(ContactLevel.Executive)}, managers {Depth(ContactLevel.Manager)}, users {Depth(ContactLevel.User)}",
        $"  missing {(Missing.IsKnown ? Missing.Value.Count == 0 ? "nobody" : string.Join(", ", Missing.Value) : $"{Missing}")}; signer {(SignerKnown.IsKnown ? SignerKnown.Value ? "known" : "not known" : $"{SignerKnown}")}",
        .. Lines.Select(l => $"  {l}"),
        .. Movers.Select(m => $"  {m}"),
    ]);

    /// <summary><c>exposure 0.62 to c-1</c>.</summary>
    public override string ToString() => Exposure.IsKnown
        ? $"exposure {NumberText.Of(Math.Round(Exposure.Value, 4))} to {ExposedTo}{(ExposureLower < ExposureUpper ? $" (from {NumberText.Of(Math.Round(ExposureLower!.Value, 4))} to {NumberText.Of(Math.Round(ExposureUpper!.Value, 4))})" : "")}"
        : $"exposure {Exposure}";
}
