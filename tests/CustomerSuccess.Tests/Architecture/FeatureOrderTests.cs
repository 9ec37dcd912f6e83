using CustomerSuccess.Tests.Support;
using Mono.Cecil;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>Features form a line: each may use only itself and what stands to its left.</summary>
public sealed class FeatureOrderTests
{
    /// <summary>The line, as namespaces. A namespace below one of these belongs to that feature.</summary>
    private static readonly string[] Line =
    [
        "CustomerSuccess.Expressions", // The language, which knows nothing of what follows.
        "CustomerSuccess", // Foundation
        "CustomerSuccess.Customers",
        "CustomerSuccess.Signals",
        "CustomerSuccess.Contacts",
        "CustomerSuccess.Segmentation",
        "CustomerSuccess.SuccessPlans",
        "CustomerSuccess.Health",
        "CustomerSuccess.Interventions",
        "CustomerSuccess.Interventions",
        "CustomerSuccess.Measurement",
        "CustomerSuccess.Value",
        "CustomerSuccess.Proof",
        "CustomerSuccess.Composition",
        "Microsoft.Extensions.DependencyInjection",
        "CustomerSuccess.Testing",
    ];

    private const int Foundation = 1;

    [Fact]
    public void Every_type_belongs_to_a_feature_of_the_line() =>
        Offenders.None(
            $"A shipped type lives in a feature's namespace ({string.Join(" → ", Line)}).",
            ShippedCode.Types.Where(t => PlaceOf(t) is null).Select(t => t.FullName));

    [Fact]
    public void A_feature_uses_only_itself_and_features_to_its_left() =>
        Offenders.None(
            $"Features form a line ({string.Join(" → ", Line)}) and use nothing to their right.",
            from type in ShippedCode.Types
            let place = PlaceOf(type)
            where place is not null
            from used in ShippedCode.UsesOf(type)
            where PlaceOf(used) > place
            select $"{type.FullName} → {used.FullName}");

    [Fact]
    public void Only_the_testing_package_has_types_for_testing() =>
        Offenders.None(
            "CustomerSuccess.Testing is the namespace of the package of that name, and of no other.",
            from type in ShippedCode.Types
            where IsIn(type.Namespace, "CustomerSuccess.Testing") != (ShippedCode.AssemblyOf(type) == "CustomerSuccess.Testing")
            select $"{ShippedCode.AssemblyOf(type)}: {type.FullName}");

    private static int? PlaceOf(TypeReference type)
    {
        if (type.Namespace == Line[Foundation])
            return Foundation;
        var place = Array.FindIndex(Line, feature => feature != Line[Foundation] && IsIn(type.Namespace, feature));
        return place < 0 ? null : place;
    }

    private static bool IsIn(string name, string feature) =>
        name == feature || name.StartsWith(feature + ".", StringComparison.Ordinal);
}
