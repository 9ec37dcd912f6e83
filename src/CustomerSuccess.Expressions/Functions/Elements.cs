namespace CustomerSuccess.Expressions;

/// <summary>Lists and maps: elements, membership, size.</summary>
internal static class Elements
{
    public static CelValue At(CelValue of, CelValue index) => of.Object switch
    {
        CelList list => At(list, index),
        CelMap map => At(map, index),
        _ => Errors.NoOverload(Operators.Index, of, index),
    };

    /// <summary>The field of a map or record.</summary>
    public static CelValue Field(CelValue of, string field) => of.Object switch
    {
        CelMap map => At(map, CelValue.Of(field)),
        CelRecord record => record[field],
        _ => Errors.Of(CelErrorKind.NoSuchOverload, $"no such overload: '{field}' of {CelTypes.Of(of)}"),
    };

    /// <summary>Whether there is such a field.</summary>
    public static CelValue Has(CelValue of, string field) => of.Object switch
    {
        CelMap map => CelValue.Of(map.ContainsKey(CelValue.Of(field))),
        CelRecord record => record.Type.Find(field) is { } found
            ? CelValue.Of(found.IsIn(record.Value))
            : Errors.Of(CelErrorKind.NoSuchKey, $"no such field: '{field}' of {record.Type.Name}"),
        _ => Errors.Of(CelErrorKind.NoSuchOverload, $"no such overload: has({field}) of {CelTypes.Of(of)}"),
    };

    public static CelValue In(CelCallContext call, CelValue element, CelValue of)
    {
        switch (of.Object)
        {
            case CelMap map:
                return CelValue.Of(Key(element) is { } key && map.ContainsKey(key));
            case CelList list:
                if (!call.Pay(list.Count))
                {
                    return CelCallContext.TooCostly;
                }

                foreach (var item in list.Items)
                {
                    if (CelEquality.AreEqual(item, element))
                    {
                        return CelValue.True;
                    }
                }

                return CelValue.False;
            default:
                return Errors.NoOverload(Operators.In, element, of);
        }
    }

    public static CelValue Size(CelValue of) => of.Object switch
    {
        string text => CelValue.Of(CodePoints(text)),
        CelBytes bytes => CelValue.Of((long)bytes.Span.Length),
        CelList list => CelValue.Of((long)list.Count),
        CelMap map => CelValue.Of((long)map.Count),
        _ => Errors.NoOverload("size", of),
    };

    private static CelValue At(CelList list, CelValue index)
    {
        var (isPlace, place) = index.Kind switch
        {
            CelKind.Int => (true, index.Bits),
            CelKind.Uint => (true, index.Bits),
            CelKind.Double when index.DoubleBits >= long.MinValue && index.DoubleBits < long.MaxValue => (index.DoubleBits == (long)index.DoubleBits, (long)index.DoubleBits),
            _ => (false, 0),
        };
        return !isPlace ? Errors.Of(CelErrorKind.InvalidArgument, $"no index of a list: {index}")
            : place >= 0 && place < list.Count ? list[(int)place]
            : Errors.Of(CelErrorKind.NoSuchIndex, $"index out of bounds: {index} of {list.Count} elements");
    }

    private static CelValue At(CelMap map, CelValue index) => Key(index) is { } key && map.TryGetValue(key, out var value)
        ? value
        : Errors.Of(CelErrorKind.NoSuchKey, $"no such key: {index}");

    // A double finds what it stands for exactly.
    private static CelValue? Key(CelValue key)
    {
        if (!key.IsDouble)
        {
            return CelMap.Refusal(key) is null ? key : null;
        }

        var number = key.DoubleBits;
        return number >= long.MinValue && number < 9223372036854775808.0 && number == (long)number ? CelValue.Of((long)number)
            : number >= 0 && number < 18446744073709551616.0 && number == (ulong)number ? CelValue.Of((ulong)number)
            : null;
    }

    private static long CodePoints(string text)
    {
        var count = (long)text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }
}
