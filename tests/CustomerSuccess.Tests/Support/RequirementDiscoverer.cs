using Xunit.Abstractions;
using Xunit.Sdk;

namespace CustomerSuccess.Tests.Support;

/// <summary>Tells the runner which trait a <see cref="RequirementAttribute"/> stands for.</summary>
public sealed class RequirementDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        foreach (var id in traitAttribute.GetConstructorArguments().OfType<string>())
            yield return new("Requirement", id);
    }
}
