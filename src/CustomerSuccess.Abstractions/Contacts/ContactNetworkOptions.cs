using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomerSuccess.Contacts;

/// <summary>How the network of contacts is judged. Immutable.</summary>
public sealed class ContactNetworkOptions
{
    private readonly TimeSpan _window = TimeSpan.FromDays(90);
    private readonly TimeSpan _halfLife = TimeSpan.FromDays(45);
    private readonly double _assumedInfluence = 50;
    private readonly IReadOnlyList<string> _required = Array.AsReadOnly([Personas.ExecutiveSponsor, Personas.Champion, Personas.DecisionMaker]);
    private readonly ReadOnlyDictionary<string, ContactLevel> _levels = ReadOnlyDictionary<string, ContactLevel>.Empty;

    /// <summary>How far back interactions count, above 0; 90 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan Window { get => _window; init => _window = AboveZero(value, "window"); }

    /// <summary>After what time an interaction weighs half as much beside a new one, above 0; 45 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan HalfLife { get => _halfLife; init => _halfLife = AboveZero(value, "half-life"); }

    /// <summary>The influence of a contact of whom it is not known, 0 to 100; 50 unless stated. The bounds of the exposure do not assume it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number from 0 to 100.</exception>
    public double AssumedInfluence
    {
        get => _assumedInfluence;
        init => _assumedInfluence = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An influence is a number from 0 to 100.");
    }

    /// <summary>The personas that a customer should have; executive sponsor, champion and decision maker unless stated.</summary>
    /// <exception cref="ArgumentException">One is empty or named twice.</exception>
    public IReadOnlyList<string> RequiredPersonas
    {
        get => _required;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _required = ContactText.Distinct(value, "persona");
        }
    }

    /// <summary>The level of the host's own personas. A stated one outranks the usual: <see cref="ContactLevel"/> says which those are.</summary>
    public IReadOnlyDictionary<string, ContactLevel> Levels
    {
        get => _levels;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _levels = value.ToDictionary(l => l.Key, l => ContactText.Defined(l.Value, "level"), StringComparer.Ordinal).AsReadOnly();
        }
    }

    /// <summary>The level of a contact; null where neither persona nor authority is known.</summary>
    public ContactLevel? LevelOf(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Persona is { } persona && _levels.TryGetValue(persona, out var stated) ? stated
            : contact.Persona == Personas.ExecutiveSponsor || contact.Authority == ContactAuthority.Signs ? ContactLevel.Executive
            : contact.Persona is Personas.DecisionMaker or Personas.Champion || contact.Authority == ContactAuthority.Decides ? ContactLevel.Manager
            : contact.Persona is null && contact.Authority is null ? null
            : ContactLevel.User;
    }

    private static TimeSpan AboveZero(TimeSpan value, string what) => value > TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"The {what} of a network is longer than 0. Write for instance TimeSpan.FromDays(90)."));
}
