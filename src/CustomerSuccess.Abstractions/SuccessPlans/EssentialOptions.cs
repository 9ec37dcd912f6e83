using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>How votes become a class: what they weigh, how they fade, where the classes begin. Immutable.</summary>
public sealed record EssentialOptions
{
    internal const double Tolerance = 1e-9;

    private static readonly ReadOnlyDictionary<string, int> UsualWords = new(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["essential"] = 2,
        ["nice to have"] = 1,
        ["no longer needed"] = 0,
    });

    private readonly double _surveyWeight = .5;
    private readonly double _csmWeight = .3;
    private readonly double _usageWeight = .2;
    private readonly TimeSpan _halfLife = TimeSpan.FromDays(180);
    private readonly double _essentialFrom = 1.5;
    private readonly double _niceFrom = .5;
    private readonly double _gapFrom = .8;
    private readonly IReadOnlyDictionary<string, int> _words = UsualWords;

    /// <summary>What the survey weighs, 0 or more, relative to the others; 0.5 unless stated. Of 0 it has no say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, NaN or above 1e12.</exception>
    public double SurveyWeight { get => _surveyWeight; init => _surveyWeight = Weight(value); }

    /// <summary>What the CSM's view weighs, 0 or more, relative to the others; 0.3 unless stated. Of 0 it has no say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, NaN or above 1e12.</exception>
    public double CsmWeight { get => _csmWeight; init => _csmWeight = Weight(value); }

    /// <summary>What usage weighs, 0 or more, relative to the others; 0.2 unless stated. Of 0 it has no say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, NaN or above 1e12.</exception>
    public double UsageWeight { get => _usageWeight; init => _usageWeight = Weight(value); }

    /// <summary>After which age a vote weighs half, a day to 100,000 days; 180 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public TimeSpan HalfLife
    {
        get => _halfLife;
        init => _halfLife = value >= TimeSpan.FromDays(1) && value <= TimeSpan.FromDays(100_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Votes fade to half within a day to 100,000 days.");
    }

    /// <summary>The mean from which a customer is essential, above 0 up to 2; 1.5 unless stated. The edge belongs to the class, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double EssentialFrom { get => _essentialFrom; init => _essentialFrom = Mean(value); }

    /// <summary>The mean from which a customer is nice to have, above 0 up to 2, below <see cref="EssentialFrom"/>; 0.5 unless stated. The edge belongs to the class, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double NiceFrom { get => _niceFrom; init => _niceFrom = Mean(value); }

    /// <summary>The relevant consumption gap from which usage votes 0, above 0 up to 1; 0.8 unless stated. The edge belongs to it, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double GapFrom
    {
        get => _gapFrom;
        init => _gapFrom = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A consumption gap is a share above 0 and up to 1. Write 80 % as 0.80.");
    }

    /// <summary>How an answer to the direct question becomes a vote; <see cref="EssentialScale.Question"/> unless stated.</summary>
    public EssentialScale Question { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = EssentialScale.Question;

    /// <summary>How an NPS answer becomes a vote; <see cref="EssentialScale.Nps"/> unless stated.</summary>
    public EssentialScale Nps { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = EssentialScale.Nps;

    /// <summary>How the CSM's view in numbers becomes a vote; <see cref="EssentialScale.Question"/> unless stated.</summary>
    public EssentialScale Csm { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = EssentialScale.Question;

    /// <summary>How an answer in words becomes a vote of 2, 1 or 0, whatever its letters' case; essential, nice to have and no longer needed unless stated.</summary>
    /// <exception cref="ArgumentException">A word is empty or there twice, or a vote is not 0, 1 or 2.</exception>
    public IReadOnlyDictionary<string, int> Words
    {
        get => _words;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (word, vote) in value)
            {
                if (string.IsNullOrWhiteSpace(word) || vote is < 0 or > 2 || !words.TryAdd(word, vote))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The word '{word}' with the vote {vote} is none. State each word once, with 2 (essential), 1 (nice to have) or 0 (no longer needed)."), nameof(value));
                }
            }

            _words = new ReadOnlyDictionary<string, int>(words);
        }
    }

    /// <summary>What a voter weighs before its vote fades.</summary>
    public double WeightOf(EssentialVoter voter) => voter switch
    {
        EssentialVoter.Csm => CsmWeight,
        EssentialVoter.Survey => SurveyWeight,
        _ => UsageWeight,
    };

    /// <summary>The vote of an answer in words, without spaces around it; null of a word that is none.</summary>
    public int? Vote(string? word) => word is not null && Words.TryGetValue(word.Trim(), out var vote) ? vote : null;

    /// <summary>Checks what no single option can be asked: that the classes are in order, and that somebody has a say.</summary>
    /// <exception cref="ArgumentException">Essential begins at or below nice to have, or all weights are 0.</exception>
    public void Check()
    {
        if (!(EssentialFrom > NiceFrom + Tolerance))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Essential begins at {EssentialFrom} and nice to have at {NiceFrom}. Let essential begin higher."));
        }

        if (SurveyWeight + CsmWeight + UsageWeight == 0)
        {
            throw new ArgumentException("Survey, CSM and usage all weigh 0. Give at least one of them a weight.");
        }
    }

    private static double Weight(double value) => value is >= 0 and <= 1e12
        ? value + 0.0
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A weight is a number of 0 or more, at most 1e12.");

    private static double Mean(double value) => value is > 0 and <= 2
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A class begins at a mean above 0 and up to 2, for votes are 0, 1 or 2.");
}
