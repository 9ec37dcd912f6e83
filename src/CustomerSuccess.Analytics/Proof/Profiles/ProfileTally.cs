using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>How many decided customers have a value, and how many of these stayed.</summary>
internal readonly record struct ProfileCount(string Trait, string Value, int Decided, int Retained);

/// <summary>Counts the values of traits. Not safe to use from several threads.</summary>
internal sealed class ProfileTally(ProfileOptions options)
{
    private readonly Dictionary<(string Trait, string Value), (int Decided, int Retained)> _values = [];
    private readonly Dictionary<string, (int Decided, int Retained)> _traits = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _notLookedAt = new(StringComparer.Ordinal);

    /// <summary>The values, by trait and value.</summary>
    public IEnumerable<ProfileCount> Values => _values.Select(v => new ProfileCount(v.Key.Trait, v.Key.Value, v.Value.Decided, v.Value.Retained))
        .OrderBy(v => v.Trait, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal);

    public IReadOnlyList<string> NotLookedAt => [.. _notLookedAt];

    public void Add(ProfiledCustomer customer)
    {
        var stayed = customer.Fate == CustomerFate.Retained ? 1 : 0;
        foreach (var (trait, value) in customer.Traits)
        {
            if (TextOf(trait, value, options) is not { } text)
            {
                _notLookedAt.Add(trait);
                continue;
            }

            var (ofValue, ofTrait) = (_values.GetValueOrDefault((trait, text)), _traits.GetValueOrDefault(trait));
            _values[(trait, text)] = (ofValue.Decided + 1, ofValue.Retained + stayed);
            _traits[trait] = (ofTrait.Decided + 1, ofTrait.Retained + stayed);
        }
    }

    /// <summary>The customers that have another value of the trait.</summary>
    public (int Decided, int Retained) Rest(ProfileCount value) =>
        _traits[value.Trait] is var (decided, retained) ? (decided - value.Decided, retained - value.Retained) : default;

    /// <summary>The value as a text, in bins where it is a number; null where it is not looked at.</summary>
    public static string? TextOf(string trait, TraitValue value, ProfileOptions options) => value.Kind switch
    {
        TraitKind.Number => options.BinOf(trait, value.AsNumber()),
        TraitKind.Money => options.BinOf(trait, (double)value.AsMoney().Amount) is { } bin ? $"{bin} {value.AsMoney().Currency}" : null,
        TraitKind.Instant => null,
        _ => value.ToString(),
    };
}
