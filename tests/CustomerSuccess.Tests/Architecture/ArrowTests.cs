using System.Xml.Linq;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>Which project may lean on which, and on what packages.</summary>
public sealed class ArrowTests
{
    /// <summary>What each shipped project may reference beside the base class library.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CustomerSuccess.Abstractions"] = [],
        ["CustomerSuccess.Expressions"] = [],
        ["CustomerSuccess.Core"] =
        [
            "CustomerSuccess.Expressions",
            "CustomerSuccess.Abstractions",
            "Cronos",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ],
        ["CustomerSuccess.Analytics"] =
        [
            "CustomerSuccess.Core",
            "CustomerSuccess.Abstractions",
            "MathNet.Numerics",
        ],
        ["CustomerSuccess.Testing"] =
        [
            "CustomerSuccess.Core",
            "CustomerSuccess.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ],
    };

    private static readonly string[] AnalyzersOnly = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.PublicApiAnalyzers"];

    [Fact]
    public void Every_shipped_project_has_its_arrows_stated() =>
        Offenders.None(
            "A shipped project's references are stated in ArrowTests.Allowed.",
            Repository.ShippedProjects.Where(p => !Allowed.ContainsKey(p)));

    [Fact]
    public void Shipped_assemblies_reference_only_what_their_place_allows() =>
        Offenders.None(
            "A shipped assembly references the base class library and what ArrowTests.Allowed lists.",
            from module in ShippedCode.Modules
            let name = module.Assembly.Name.Name
            from reference in module.AssemblyReferences
            where !IsBaseClassLibrary(reference.Name) && !Allowed[name].Contains(reference.Name)
            select $"{name} → {reference.Name}");

    [Fact]
    public void Project_files_reference_only_what_their_place_allows() =>
        Offenders.None(
            "A project file under src references projects and packages that ArrowTests.Allowed lists.",
            from project in Repository.ShippedProjects
            let file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"))
            from element in file.Descendants()
            where element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference"
            let target = NameOf(element)
            where !Allowed[project].Contains(target) && !AnalyzersOnly.Contains(target)
            select $"{project} → {target}");

    [Fact]
    public void Shipped_assemblies_do_not_open_their_internals_to_each_other() =>
        Offenders.None(
            "InternalsVisibleTo names test assemblies only.",
            from module in ShippedCode.Modules
            from attribute in module.Assembly.CustomAttributes
            where attribute.AttributeType.Name == "InternalsVisibleToAttribute"
            let friend = ((string)attribute.ConstructorArguments[0].Value).Split(',')[0]
            where !friend.EndsWith(".Tests", StringComparison.Ordinal)
            select $"{module.Assembly.Name.Name} → {friend}");

    private static string NameOf(XElement element)
    {
        var include = element.Attribute("Include")!.Value.Replace('\\', '/');
        return element.Name.LocalName == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include;
    }

    private static bool IsBaseClassLibrary(string assembly) =>
        assembly is "mscorlib" or "netstandard" || assembly == "System" || assembly.StartsWith("System.", StringComparison.Ordinal)
            ? File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"))
            : false;
}
