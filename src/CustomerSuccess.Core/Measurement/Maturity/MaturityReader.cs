using System.Collections.ObjectModel;
using System.Globalization;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Measurement;

/// <summary>
/// Reads maturity from cases: how much of the work of people is reactive, proactive or leading, and from how many sides it is asked for. The unit is a case with human
/// work, not a message. Immutable and safe to use from several threads.
/// </summary>
/// <param name="options">The thresholds; the usual ones where null.</param>
public sealed class MaturityReader(MaturityOptions? options = null)
{
    private const double Tolerance = 1e-9;

    /// <summary>The thresholds.</summary>
    public MaturityOptions Options { get; } = options ?? new();

    /// <summary>
    /// The kind of a case: reactive where the customer came, something broke or notice was given; proactive where an adverse signal was acted upon; leading where it was planned
    /// long enough ahead and a checkable result is expected; otherwise unclassified.
    /// </summary>
    public ClassifiedCase Classify(InterventionCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var (kind, because) = KindClassifier.Of(@case, Options);
        return new() { Case = @case, Kind = kind, Because = because };
    }

    /// <summary>The maturity of the cases with human work that fired in the window up to an instant.</summary>
    /// <param name="cases">The cases, each once; others than those that count are passed over.</param>
    /// <param name="asOf">The instant at which the window ends.</param>
    /// <param name="knownAt">What was found later does not count; <paramref name="asOf"/> unless stated.</param>
    /// <exception cref="ArgumentException">A case is there twice.</exception>
    public MaturityReport Read(IEnumerable<InterventionCase> cases, DateTimeOffset asOf, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ClassifiedCase[] counted =
        [
            .. cases.Where(c => c.HasHumanWork && c.FiredAt <= asOf && asOf - c.FiredAt < Options.Window && c.Opened.KnownAt <= (knownAt ?? asOf))
                .OrderBy(c => c.FiredAt).ThenBy(c => c.Key).Select(Classify),
        ];
        if (counted.GroupBy(c => c.Case.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The case '{twice.Key}' is there {twice.Count()} times. Give each case once, as it stands last.", nameof(cases));
        }

        return new()
        {
            AsOf = asOf.ToUniversalTime(),
            Options = Options,
            Cases = Array.AsReadOnly(counted),
            Overall = Figure(null, counted),
            ByTeam = Options.Teams.Count == 0 ? [] : By(counted, c => c.Opened.OwnerId is { } owner ? Options.Teams.GetValueOrDefault(owner) : null),
            ByOwner = By(counted, c => c.Opened.OwnerId),
            ByCustomer = By(counted, c => c.CustomerId),
            BySegment = By(counted, c => c.Opened.Segment),
            Omnidirectionality = DirectionSpread.Of(null, counted, Options),
            OmnidirectionalityByOwner = Array.AsReadOnly([.. Groups(counted, c => c.Opened.OwnerId).Select(g => DirectionSpread.Of(g.Key, [.. g], Options))]),
        };
    }

    private static IOrderedEnumerable<IGrouping<string?, ClassifiedCase>> Groups(ClassifiedCase[] cases, Func<InterventionCase, string?> of) =>
        cases.GroupBy(c => of(c.Case), StringComparer.Ordinal).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal);

    private ReadOnlyCollection<MaturityFigure> By(ClassifiedCase[] cases, Func<InterventionCase, string?> of) => Array.AsReadOnly([.. Groups(cases, of).Select(g => Figure(g.Key, [.. g]))]);

    private MaturityFigure Figure(string? name, ClassifiedCase[] cases)
    {
        ShareOf Share(CaseKind kind)
        {
            var count = cases.Count(c => c.Kind == kind);
            var (lower, upper) = WilsonBounds.Of(count, cases.Length);
            return new() { Count = count, Of = cases.Length, Lower = lower, Upper = upper };
        }

        var (leading, reactive) = (Share(CaseKind.Leading), Share(CaseKind.Reactive));
        var (level, because) = Level(leading, reactive);
        return new()
        {
            Name = name,
            Cases = cases.Length,
            Reactive = reactive,
            Proactive = Share(CaseKind.Proactive),
            Leading = leading,
            Unclassified = Share(CaseKind.Unclassified),
            Level = level,
            IsBorderline = level != MaturityLevel.CannotTell && (Crosses(leading, Options.LeadingFrom) || Crosses(reactive, Options.LeadingReactiveUpTo) || Crosses(reactive, Options.ProactiveReactiveBelow)),
            Because = because,
        };
    }

    private (MaturityLevel Level, string Because) Level(ShareOf leading, ShareOf reactive)
    {
        if (leading.Of < Options.MinimumCases)
        {
            return (MaturityLevel.CannotTell, Said($"{leading.Of} cases in {DocumentSpan.Write(Options.Window)}, fewer than {Options.MinimumCases}"));
        }

        return leading.Share >= Options.LeadingFrom - Tolerance && reactive.Share <= Options.LeadingReactiveUpTo + Tolerance
            ? (MaturityLevel.Leading, Said($"at least {Percent(Options.LeadingFrom)} of {leading.Of} cases are leading and at most {Percent(Options.LeadingReactiveUpTo)} reactive"))
            : reactive.Share < Options.ProactiveReactiveBelow - Tolerance
            ? (MaturityLevel.Proactive, Said($"fewer than {Percent(Options.ProactiveReactiveBelow)} of {leading.Of} cases are reactive"))
            : (MaturityLevel.Reactive, Said($"at least {Percent(Options.ProactiveReactiveBelow)} of {leading.Of} cases are reactive"));
    }

    private static bool Crosses(ShareOf share, double cut) => share.Lower < cut && share.Upper > cut;

    private static string Percent(double share) => $"{NumberText.Of(share * 100)} %";

    private static string Said(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
