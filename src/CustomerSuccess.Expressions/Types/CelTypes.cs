namespace CustomerSuccess.Expressions;

/// <summary>The types of values, and what names a type has.</summary>
internal static class CelTypes
{
    private static readonly CelType AnyList = CelType.ListOf(CelType.Dyn);
    private static readonly CelType AnyMap = CelType.MapOf(CelType.Dyn, CelType.Dyn);
    private static readonly CelType AnyType = CelType.TypeOf(CelType.Dyn);

    /// <summary>Types that stand under their name in expressions.</summary>
    public static IReadOnlyDictionary<string, CelType> Named { get; } = new Dictionary<string, CelType>(StringComparer.Ordinal)
    {
        ["bool"] = CelType.Bool,
        ["int"] = CelType.Int,
        ["uint"] = CelType.Uint,
        ["double"] = CelType.Double,
        ["string"] = CelType.String,
        ["bytes"] = CelType.Bytes,
        ["null_type"] = CelType.Null,
        ["list"] = AnyList,
        ["map"] = AnyMap,
        ["type"] = AnyType,
        ["google.protobuf.Timestamp"] = CelType.Timestamp,
        ["google.protobuf.Duration"] = CelType.Duration,
    };

    /// <summary>The type of a value, as <c>type(…)</c> gives it.</summary>
    public static CelType Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => CelType.Null,
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.String,
        CelKind.Bytes => CelType.Bytes,
        CelKind.Timestamp => CelType.Timestamp,
        CelKind.Duration => CelType.Duration,
        CelKind.List => AnyList,
        CelKind.Map => AnyMap,
        CelKind.Type => AnyType,
        CelKind.Record => value.AsRecord().Type.Type,
        _ => CelType.Dyn,
    };
}
