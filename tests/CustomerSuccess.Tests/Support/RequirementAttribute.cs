using Xunit.Sdk;

namespace CustomerSuccess.Tests.Support;

/// <summary>Names the requirement of docs/requirements.md that a test, or every test of a class, proves.</summary>
/// <remarks>It is also a trait: <c>dotnet test --filter Requirement=HLT-5</c> runs the proof of one requirement.</remarks>
[TraitDiscoverer("CustomerSuccess.Tests.Support.RequirementDiscoverer", "CustomerSuccess.Tests")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;
}
