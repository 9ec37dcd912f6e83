using System.Text;

namespace CustomerSuccess.Segmentation;

/// <summary>How a segment is served at all.</summary>
public enum ExperienceCoverage
{
    /// <summary>By a person of its own.</summary>
    HighTouch,

    /// <summary>By a person who serves many.</summary>
    LowTouch,

    /// <summary>Automatically, with people where that fails.</summary>
    TechTouch,

    /// <summary>By itself.</summary>
    SelfServe,
}

/// <summary>
/// The experience that is appropriate to a customer: what segments are made for. Compared by content. Immutable.
/// </summary>
public sealed record AppropriateExperience
{
    private readonly ExperienceCoverage _coverage;
    private readonly TimeSpan? _contactEvery;
    private readonly TimeSpan? _reviewEvery;
    private readonly Words _channels = new([]);
    private readonly Words _byPeople = new([]);
    private readonly Words _automatic = new([]);
    private readonly Words _skills = new([]);

    /// <summary>How the customer is served at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such coverage.</exception>
    public required ExperienceCoverage Coverage
    {
        get => _coverage;
        init => _coverage = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A segment is served by high touch, low touch, tech touch or itself.");
    }

    /// <summary>The channels that may be used, the preferred first: <c>call</c>, <c>email</c>, <c>in-app</c>. None: no touches.</summary>
    /// <exception cref="ArgumentException">A channel is empty, holds half a character, or is named twice.</exception>
    public IReadOnlyList<string> Channels { get => _channels.All; init => _channels = Words.Checked(value, "channel"); }

    /// <summary>What people do, in the host's words.</summary>
    /// <exception cref="ArgumentException">One is empty, holds half a character, or is named twice.</exception>
    public IReadOnlyList<string> ByPeople { get => _byPeople.All; init => _byPeople = Words.Checked(value, "activity by people"); }

    /// <summary>What is done automatically, in the host's words.</summary>
    /// <exception cref="ArgumentException">One is empty, holds half a character, or is named twice.</exception>
    public IReadOnlyList<string> Automatic { get => _automatic.All; init => _automatic = Words.Checked(value, "automatic activity"); }

    /// <summary>How often there is contact; null for no stated cadence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan? ContactEvery { get => _contactEvery; init => _contactEvery = AboveZero(value); }

    /// <summary>How often value is reviewed; null for no stated cadence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan? ReviewEvery { get => _reviewEvery; init => _reviewEvery = AboveZero(value); }

    /// <summary>The skills that serving it needs.</summary>
    /// <exception cref="ArgumentException">One is empty, holds half a character, or is named twice.</exception>
    public IReadOnlyList<string> Skills { get => _skills.All; init => _skills = Words.Checked(value, "skill"); }

    /// <inheritdoc />
    public override string ToString() => $"{Coverage}{(Channels.Count == 0 ? "" : $" by {string.Join(", ", Channels)}")}";

    private static TimeSpan? AboveZero(TimeSpan? every) => every is null || every > TimeSpan.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), every, "A cadence is a time above 0, or null where none is stated.");

    /// <summary>A list that compares by content.</summary>
    private sealed class Words(IReadOnlyList<string> all) : IEquatable<Words>
    {
        public IReadOnlyList<string> All => all;

        public static Words Checked(IReadOnlyList<string> words, string what)
        {
            ArgumentNullException.ThrowIfNull(words);
            if (words.Any(w => string.IsNullOrWhiteSpace(w) || HasHalfCharacter(w)) || words.Distinct(StringComparer.Ordinal).Count() != words.Count)
            {
                throw new ArgumentException($"Each {what} has a name and is named once: {string.Join(", ", words.Select(w => $"'{w}'"))}.", nameof(words));
            }

            return new(Array.AsReadOnly([.. words]));
        }

        // Content hashes could not tell such texts apart.
        private static bool HasHalfCharacter(string word)
        {
            for (var rest = word.AsSpan(); !rest.IsEmpty;)
            {
                if (Rune.DecodeFromUtf16(rest, out _, out var taken) != System.Buffers.OperationStatus.Done)
                {
                    return true;
                }

                rest = rest[taken..];
            }

            return false;
        }

        public bool Equals(Words? other) => other is not null && all.SequenceEqual(other.All, StringComparer.Ordinal);

        public override bool Equals(object? obj) => Equals(obj as Words);

        public override int GetHashCode() => all.Aggregate(all.Count, (hash, word) => (hash * 31) + StringComparer.Ordinal.GetHashCode(word));
    }
}
