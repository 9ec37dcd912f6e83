using System.Runtime.InteropServices;

namespace CustomerSuccess.Signals;

/// <summary>An origin by numbers, in eight bytes: the actor's, the product's, and who caused it.</summary>
internal readonly record struct PackedOrigin
{
    /// <summary>The number of no actor and of no product.</summary>
    public const int None = -1;

    /// <summary>The bits of the actor.</summary>
    public const ulong ActorPart = 0xFFFF_FFFF_0000_0000;

    /// <summary>The bits of the product.</summary>
    public const ulong ProductPart = 0xFFFF_FFFC;

    private const int ProvenanceBits = 2;
    private const int ActorShift = 32;

    private readonly ulong _bits;

    /// <param name="actor">The actor's number, or <see cref="None"/>.</param>
    /// <param name="product">The product's number below 2³⁰ − 1, or <see cref="None"/>.</param>
    /// <param name="provenance">Who caused it.</param>
    public PackedOrigin(int actor, int product, Provenance provenance) =>
        _bits = ((ulong)(uint)(actor + 1) << ActorShift) | ((ulong)(uint)(product + 1) << ProvenanceBits) | (ulong)provenance;

    public int Actor => (int)(_bits >> ActorShift) - 1;

    public int Product => (int)((uint)_bits >> ProvenanceBits) - 1;

    /// <summary>1 where it is what is asked for in some of its parts and is caused by some, otherwise 0: a number, for a branch could not be foretold.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="parts">All bits set in the parts that must be equal.</param>
    /// <param name="causes">Who may have caused it: a bit for each <see cref="Provenance"/>.</param>
    public int Matches(PackedOrigin asked, ulong parts, int causes)
    {
        var other = (_bits ^ asked._bits) & parts;
        return (int)((other | (0 - other)) >> 63 ^ 1) & (causes >> (int)Provenance);
    }

    /// <summary>Mixed, for numbers follow one another and would fall together.</summary>
    public override int GetHashCode() => (int)((_bits * 0x9E3779B97F4A7C15) >> 32);

    /// <summary>The place of an origin among others; −1 where it is not there.</summary>
    public static int Find(ReadOnlySpan<PackedOrigin> origins, PackedOrigin origin) =>
        MemoryMarshal.Cast<PackedOrigin, ulong>(origins).IndexOf(origin._bits);

    public Provenance Provenance => (Provenance)(_bits & ((1 << ProvenanceBits) - 1));
}
