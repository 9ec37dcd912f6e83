using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CustomerSuccess.BitsProbe;

/// <summary>A hash over the bits of numbers. All NaN are one: they say "none".</summary>
internal static class Bits
{
    public static string Hash(IEnumerable<IEnumerable<double>> numbers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var eight = new byte[8];
        foreach (var number in numbers.SelectMany(n => n))
        {
            BinaryPrimitives.WriteDoubleLittleEndian(eight, double.IsNaN(number) ? double.NaN : number);
            hash.AppendData(eight);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
