using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Reads from facts whether customers find what they bought essential, nice to have or no longer needed: from a survey, the
/// CSM's view, and usage. Immutable and safe to use from several threads, as far as the host's lambdas are.
/// </summary>
public sealed class EssentialReader
{
    /// <summary>Declares where the votes are read from.</summary>
    /// <param name="declaration">Where they are read from; at least one of them.</param>
    /// <param name="options">Weights, half-life, edges and scales; those of the definition where null.</param>
    /// <exception cref="ArgumentException">No vote is declared, value evidence without usage, or the options contradict each other.</exception>
    public EssentialReader(EssentialDeclaration declaration, EssentialOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        (Declaration, Options) = (declaration, options ?? new());
        Options.Check();
        if (declaration.Question is null && declaration.Nps is null && declaration.Csm is null && !declaration.ReadsUsage)
        {
            throw new ArgumentException("Nobody has a vote. Declare where it is read from: new EssentialDeclaration { Nps = EssentialAnswer.OfSignal(\"nps\") }.", nameof(declaration));
        }

        if ((declaration.ValueEvidenced is not null || declaration.EvidencedByPlan) && !declaration.ReadsUsage)
        {
            throw new ArgumentException("Whether value is evidenced is part of the vote of usage, and no usage is declared. Declare Usage or Consumption.", nameof(declaration));
        }

        var hash = CanonicalJson.Hash(new Dictionary<string, object?> { ["format"] = 1, ["votes"] = declaration.Content, ["options"] = Content(Options) });
        Version = declaration.IsVersioned ? hash : null;
        Source = new($"essential({hash})", Array.AsReadOnly<object>([.. declaration.Sources]), declaration.ReadsPlans ? LanguageStage.Plans : LanguageStage.Facts);
    }

    /// <summary>Where the votes are read from.</summary>
    public EssentialDeclaration Declaration { get; }

    /// <summary>Weights, half-life, edges and scales.</summary>
    public EssentialOptions Options { get; }

    /// <summary>What is read of signals: a source of signals is asked for these where the reader is part of a scorecard or named in a vocabulary.</summary>
    public IReadOnlyList<SignalMeasure> Measures => [.. ExpressionSources.Of(Source).OfType<SignalMeasure>().Distinct()];

    /// <summary>A content hash of what is declared; null where a lambda has no version.</summary>
    internal string? Version { get; }

    internal ExpressionSources Source { get; }

    /// <summary>The class of one customer, with the votes that say so. A survey and a view have the date of the answer, usage that of the facts.</summary>
    public EssentialFinding Read(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (votes, missing) = (new List<EssentialVote>(), new List<UnknownCause>());
        foreach (var vote in Votes(facts))
        {
            if (vote.IsKnown)
            {
                votes.Add(vote.Value);
            }
            else
            {
                missing.AddRange(vote.Causes);
            }
        }

        return Essential.Of(votes, facts.AsOf, Options, Array.AsReadOnly([.. missing.Distinct()]));
    }

    /// <summary>The class as a text: <c>essential</c>, <c>nice to have</c>, <c>no longer needed</c>; unknown, with the reason and what is missing, where it is.</summary>
    public Reading<string> Class(CustomerFacts facts) => Of(facts, f => f.Class.ToText());

    /// <summary>The mean of the votes, 0 to 2; unknown where the class is.</summary>
    public Reading<double> Mean(CustomerFacts facts) => Of(facts, f => f.Mean!.Value);

    private Reading<TValue> Of<TValue>(CustomerFacts facts, Func<EssentialFinding, TValue> read) =>
        Read(facts) is var finding && finding.Reason is { } reason
            ? Reading.Unknown<TValue>([new UnknownCause("essential", UnknownKind.Stated, reason), .. finding.Missing])
            : Reading.Known(read(finding));

    private IEnumerable<Reading<EssentialVote>> Votes(CustomerFacts facts)
    {
        if (Declaration.Csm is { } csm)
        {
            yield return csm.Vote(facts, EssentialVoter.Csm, "view", Options.Csm, Options);
        }

        if (Declaration.Question is not null || Declaration.Nps is not null)
        {
            yield return Survey(facts);
        }

        if (Declaration.ReadsUsage)
        {
            yield return Usage(facts);
        }
    }

    private Reading<EssentialVote> Survey(CustomerFacts facts)
    {
        var question = Declaration.Question?.Vote(facts, EssentialVoter.Survey, "question", Options.Question, Options);
        if (question is { IsKnown: true } asked)
        {
            return asked;
        }

        var nps = Declaration.Nps?.Vote(facts, EssentialVoter.Survey, "NPS", Options.Nps, Options);
        return nps is { IsKnown: true } score ? score : Reading.Unknown<EssentialVote>([.. question?.Causes ?? [], .. nps?.Causes ?? []]);
    }

    private Reading<EssentialVote> Usage(CustomerFacts facts)
    {
        var consumption = Declaration.Consumption?.Read(facts);
        var used = Declaration.Usage is { } measure ? facts.Signals.Read(measure) : (Reading<double>?)null;
        var isUnused = used is { } reading ? (reading.IsKnown ? reading.Value == 0 : (bool?)null) : consumption is null ? null : IsUnused(consumption);
        return EssentialVote.OfUsage(isUnused, consumption?.Relevant.Gap, IsValueEvidenced(facts), facts.AsOf, Options) is { } vote
            ? Reading.Known(vote)
            : Reading.Unknown<EssentialVote>([.. used?.Causes ?? [], .. consumption?.Lines.SelectMany(l => l.Capability.Used.Causes) ?? []]);
    }

    private Reading<bool> IsValueEvidenced(CustomerFacts facts)
    {
        try
        {
            return Declaration.ValueEvidenced is { } read ? read(facts)
                : Declaration.EvidencedByPlan && facts.Plan is { } plan ? plan.ValueEvidenced()
                : Reading.Unknown<bool>(new UnknownCause("value", UnknownKind.NotGiven));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Reading.Unknown<bool>(new UnknownCause("value", UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private static bool? IsUnused(ConsumptionGap consumption)
    {
        var used = consumption.Lines.Select(l => l.Capability.Used).ToArray();
        return Array.Exists(used, u => u is { IsKnown: true, Value: > 0 }) ? false : Array.TrueForAll(used, u => u.IsKnown) ? true : null;
    }

    private static Dictionary<string, object?> Content(EssentialOptions options) => new()
    {
        ["weights"] = new List<object> { options.SurveyWeight, options.CsmWeight, options.UsageWeight },
        ["halfLife"] = options.HalfLife.TotalDays,
        ["essentialFrom"] = options.EssentialFrom,
        ["niceFrom"] = options.NiceFrom,
        ["gapFrom"] = options.GapFrom,
        ["scales"] = new[] { options.Question, options.Nps, options.Csm }.Select(s => (object)new List<object> { s.Lowest, s.Highest, s.NiceFrom, s.EssentialFrom }).ToList(),
        ["words"] = options.Words.Select(w => (Word: w.Key.ToUpperInvariant(), Vote: w.Value)).OrderBy(w => w.Word, StringComparer.Ordinal).Select(w => (object)new List<object> { w.Word, w.Vote }).ToList(),
    };
}
