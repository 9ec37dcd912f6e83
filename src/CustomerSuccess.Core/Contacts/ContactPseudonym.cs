using System.Security.Cryptography;
using System.Text;

namespace CustomerSuccess.Contacts;

/// <summary>What the id of an erased contact becomes: the same for the same id and key, and without the key no way back.</summary>
public static class ContactPseudonym
{
    private const int Bytes = 16;

    /// <summary><c>erased-</c> and 32 hexadecimal digits: HMAC-SHA-256 of the id under the key, cut to 128 bits.</summary>
    /// <param name="contactId">The id. Not empty.</param>
    /// <param name="key">The host's secret. Whoever has it can tell whether a pseudonym is of an id that he guesses; an empty one is no secret.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static string Of(string contactId, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        return $"erased-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"contact\0{contactId}")).AsSpan(0, Bytes))}";
    }
}
