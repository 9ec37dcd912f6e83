namespace CustomerSuccess.Expressions;

/// <summary>Octets that nobody changes.</summary>
internal sealed class CelBytes(byte[] octets)
{
    public ReadOnlyMemory<byte> Octets => octets;

    public ReadOnlySpan<byte> Span => octets;
}
