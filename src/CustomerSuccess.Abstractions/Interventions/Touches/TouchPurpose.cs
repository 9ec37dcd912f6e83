using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Why a contact is touched, what is to be spoken of, and what is expected of it: without the three there is no touch. Immutable.</summary>
public sealed record TouchPurpose
{
    private readonly CommunicationPurpose _communication = CommunicationPurpose.Intervention;
    private readonly string _reason = "";
    private readonly string _agenda = "";
    private readonly string _expectedResult = "";

    /// <summary>What kind of talk it is; an intervention unless stated.</summary>
    /// <exception cref="ArgumentException">There is no such purpose.</exception>
    public CommunicationPurpose Communication { get => _communication; init => _communication = ContactText.Defined(value, "purpose"); }

    /// <summary>Why: what was seen.</summary>
    public required string Reason { get => _reason; init => _reason = Given(value); }

    /// <summary>What is to be spoken of.</summary>
    public required string Agenda { get => _agenda; init => _agenda = Given(value); }

    /// <summary>What is to be different afterwards.</summary>
    public required string ExpectedResult { get => _expectedResult; init => _expectedResult = Given(value); }

    /// <inheritdoc />
    public override string ToString() => Reason;

    private static string Given(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
