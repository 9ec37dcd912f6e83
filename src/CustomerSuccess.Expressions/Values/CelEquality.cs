namespace CustomerSuccess.Expressions;

/// <summary>
/// Equality and order by the language: numbers by what they stand for, whatever their kind (a whole number is compared with a
/// double as a double); texts by code points; values of different kinds are never equal and have no order.
/// </summary>
internal static class CelEquality
{
    public static bool AreEqual(CelValue left, CelValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return left.IsInt && right.IsInt ? left.Bits == right.Bits : Compare(left, right) == 0;
        }

        return (left.Object, right.Object) switch
        {
            (null, null) => true,
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (CelValue.Tag a, CelValue.Tag b) => ReferenceEquals(a, b) && left.Bits == right.Bits,
            (CelBytes a, CelBytes b) => a.Span.SequenceEqual(b.Span),
            (CelList a, CelList b) => AreEqual(a, b),
            (CelMap a, CelMap b) => AreEqual(a, b),
            (CelType a, CelType b) => a.Kind == b.Kind && a.Name == b.Name,
            (CelRecord a, CelRecord b) => ReferenceEquals(a, b) || (a.Type == b.Type && a.Value.Equals(b.Value)),
            (CelUnknown a, CelUnknown b) => a.Causes.SequenceEqual(b.Causes),
            (CelError a, CelError b) => a.Kind == b.Kind && a.Message == b.Message,
            _ => false,
        };
    }

    /// <summary>Less than 0, 0 or more than 0; null where there is no order between such values, and <see cref="Unordered"/> beside a NaN.</summary>
    public static int? Compare(CelValue left, CelValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return Numbers(left, right);
        }

        return (left.Object, right.Object) switch
        {
            (string a, string b) => CompareText(a, b),
            (CelBytes a, CelBytes b) => a.Span.SequenceCompareTo(b.Span),
            (CelValue.Tag a, CelValue.Tag b) when a.Kind == b.Kind => left.Bits.CompareTo(right.Bits) is not 0 and var order ? order : a.Nanoseconds.CompareTo(b.Nanoseconds),
            _ => null,
        };
    }

    /// <summary>What compares with nothing: neither less, nor more, nor equal.</summary>
    public const int Unordered = int.MinValue;

    /// <summary>By code points: what lies beyond the first plane is more than all of it.</summary>
    public static int CompareText(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Place(left[common]).CompareTo(Place(right[common]));
    }

    public static int HashOf(CelValue value) => value.Object switch
    {
        null => 0,
        string text => StringComparer.Ordinal.GetHashCode(text),
        CelValue.Tag when value.IsInt => ((double)value.Bits).GetHashCode(),
        CelValue.Tag when value.IsUint => ((double)unchecked((ulong)value.Bits)).GetHashCode(),
        CelValue.Tag when value.IsDouble => (value.DoubleBits + 0.0).GetHashCode(),
        CelValue.Tag => value.Bits.GetHashCode(),
        CelBytes bytes => bytes.Span.Length == 0 ? 1 : HashCode.Combine(bytes.Span.Length, bytes.Span[0], bytes.Span[^1]),
        CelList list => list.Aggregate(list.Count, (hash, item) => HashCode.Combine(hash, HashOf(item))),
        CelMap map => map.Aggregate(map.Count, (hash, entry) => hash ^ HashCode.Combine(HashOf(entry.Key), HashOf(entry.Value))),
        CelType type => StringComparer.Ordinal.GetHashCode(type.Name),
        CelRecord record => record.Value.GetHashCode(),
        CelUnknown unknown => unknown.Causes.Count,
        CelError error => (int)error.Kind,
        _ => 0,
    };

    private static int Numbers(CelValue left, CelValue right)
    {
        if (left.IsDouble || right.IsDouble)
        {
            var (a, b) = (ToDouble(left), ToDouble(right));
            return a < b ? -1 : a > b ? 1 : a == b ? 0 : Unordered;
        }

        if (left.IsInt == right.IsInt)
        {
            return left.IsInt ? left.Bits.CompareTo(right.Bits) : unchecked((ulong)left.Bits).CompareTo(unchecked((ulong)right.Bits));
        }

        // One without a sign: a negative one with a sign is less, and beyond its largest the bits look negative.
        return left.IsInt
            ? left.Bits < 0 || right.Bits < 0 ? -1 : left.Bits.CompareTo(right.Bits)
            : right.Bits < 0 || left.Bits < 0 ? 1 : left.Bits.CompareTo(right.Bits);
    }

    internal static double ToDouble(CelValue number) =>
        number.IsDouble ? number.DoubleBits : number.IsInt ? number.Bits : unchecked((ulong)number.Bits);

    private static bool AreEqual(CelList left, CelList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(CelMap left, CelMap right) =>
        left.Count == right.Count && left.All(e => right.TryGetValue(e.Key, out var other) && AreEqual(e.Value, other));

    // UTF-16 puts surrogates before the last of the first plane; code points put them behind.
    private static int Place(char unit) => unit < 0xD800 ? unit : unit < 0xE000 ? unit + 0x2000 : unit - 0x800;
}
