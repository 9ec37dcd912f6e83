namespace CustomerSuccess.Measurement;

/// <summary>The maturity of human work in a window, in all and by team, owner, account and segment, and from how many sides it was asked for. Immutable.</summary>
public sealed class MaturityReport
{
    /// <summary>The instant at which the window ends, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The thresholds.</summary>
    public required MaturityOptions Options { get; init; }

    /// <summary>The cases of human work that fired in the window, each with its kind and the reason, by when they fired, then by key.</summary>
    public required IReadOnlyList<ClassifiedCase> Cases { get; init; }

    /// <summary>All of it.</summary>
    public required MaturityFigure Overall { get; init; }

    /// <summary>By the team of who owned the customer when the case was opened; those without one last. Empty where no teams are named.</summary>
    public required IReadOnlyList<MaturityFigure> ByTeam { get; init; }

    /// <summary>By who owned the customer when the case was opened; those without an owner last.</summary>
    public required IReadOnlyList<MaturityFigure> ByOwner { get; init; }

    /// <summary>By customer.</summary>
    public required IReadOnlyList<MaturityFigure> ByCustomer { get; init; }

    /// <summary>By the segment in which the customer was when the case was opened; those without one last.</summary>
    public required IReadOnlyList<MaturityFigure> BySegment { get; init; }

    /// <summary>From how many sides all of it was asked for.</summary>
    public required Omnidirectionality Omnidirectionality { get; init; }

    /// <summary>From how many sides, by who owned the customer; those without an owner last.</summary>
    public required IReadOnlyList<Omnidirectionality> OmnidirectionalityByOwner { get; init; }

    /// <summary>A few lines for a person.</summary>
    public string Explain() => $"{Overall.Explain()}\n{Omnidirectionality.Explain()}";

    /// <inheritdoc />
    public override string ToString() => $"maturity as of {NumberText.Instant(AsOf)}: {Overall}";
}
