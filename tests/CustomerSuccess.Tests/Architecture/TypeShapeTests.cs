using CustomerSuccess.Tests.Support;
using Mono.Cecil;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>What every type promises by its shape.</summary>
public sealed class TypeShapeTests
{
    /// <summary>Public classes that hosts may derive from, each with the reason.</summary>
    private static readonly Dictionary<string, string> OpenClasses = new(StringComparer.Ordinal)
    {
        ["CustomerSuccess.Health.Scorecard"] = "Scorecard<T> is one that also reads rows; nobody else can derive, for the constructor is internal",
    };

    /// <summary>Members ("Namespace.Type.Member") that hand out a collection which can be changed, each with the reason.</summary>
    private static readonly Dictionary<string, string> ChangeableCollections = new(StringComparer.Ordinal)
    {
    };

    private static readonly string[] Changeable =
    [
        "List`1", "IList`1", "ICollection`1", "Collection`1", "Dictionary`2", "IDictionary`2", "HashSet`1", "ISet`1",
        "SortedDictionary`2", "SortedList`2", "SortedSet`1", "LinkedList`1", "Queue`1", "Stack`1", "ArrayList", "Hashtable",
    ];

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities"];

    [Fact]
    public void Public_classes_are_sealed_static_or_abstract() =>
        Offenders.None(
            "A public class is sealed, static or abstract, or stands in TypeShapeTests.OpenClasses with a reason.",
            ShippedCode.PublicTypes
                .Where(t => t is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false })
                .Select(t => t.FullName).Where(n => !OpenClasses.ContainsKey(n)));

    [Fact]
    public void No_type_is_named_like_its_namespace() =>
        Offenders.None(
            "A type never has the name of its namespace's last part.",
            ShippedCode.Types.Where(t => t.Name.Split('`')[0] == t.Namespace.Split('.')[^1]).Select(t => t.FullName));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Offenders.None(
            $"A type's name says what it is, so it does not end in {string.Join(", ", EmptyWords)}.",
            ShippedCode.Types.Where(t => EmptyWords.Any(w => t.Name.EndsWith(w, StringComparison.Ordinal))).Select(t => t.FullName));

    [Fact]
    public void Collections_are_exposed_read_only() =>
        Offenders.None(
            "A public property, field or result is not a collection that its receiver could change, unless TypeShapeTests.ChangeableCollections says why.",
            ShippedCode.PublicTypes.SelectMany(Exposed)
                .Where(e => IsChangeable(e.Type, e.Member)).Select(e => $"{e.Name} is {e.Type.FullName}")
                .Where(o => !ChangeableCollections.ContainsKey(o.Split(' ')[0])));

    [Fact]
    public void Public_fields_are_constants_or_read_only() =>
        Offenders.None(
            "A public field is a constant or static read-only.",
            from type in ShippedCode.PublicTypes
            where !type.IsEnum
            from field in type.Fields
            where field.IsPublic && !field.IsLiteral && !(field.IsStatic && field.IsInitOnly)
            select $"{type.FullName}.{field.Name}");

    [Fact]
    public void Reasoned_exceptions_still_exist() =>
        Offenders.None(
            "An exception to a rule names a type that exists.",
            OpenClasses.Keys.Concat(ChangeableCollections.Keys.Select(m => m[..m.LastIndexOf('.')]))
                .Except(ShippedCode.PublicTypes.Select(t => t.FullName)));

    private enum Member
    {
        Value,
        Result,
    }

    private static IEnumerable<(string Name, TypeReference Type, Member Member)> Exposed(TypeDefinition type) =>
    [
        .. type.Fields.Where(f => f.IsPublic).Select(f => ($"{type.FullName}.{f.Name}", f.FieldType, Member.Value)),
        .. type.Properties.Where(p => p.GetMethod is { IsPublic: true }).Select(p => ($"{type.FullName}.{p.Name}", p.PropertyType, Member.Value)),
        .. type.Methods.Where(m => m.IsPublic && !m.IsSpecialName).Select(m => ($"{type.FullName}.{m.Name}", m.ReturnType, Member.Result)),
    ];

    /// <summary>A method may make a new array for its caller; a property or field that is one hands out its owner's.</summary>
    private static bool IsChangeable(TypeReference type, Member member) =>
        (type.IsArray && member == Member.Value) ||
        (type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) && Changeable.Contains(type.Name));
}
