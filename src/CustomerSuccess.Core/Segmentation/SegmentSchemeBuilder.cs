namespace CustomerSuccess.Segmentation;

/// <summary>Writes a scheme of segments. Not safe to use from several threads.</summary>
public sealed class SegmentSchemeBuilder
{
    private readonly string _name;
    private readonly SegmentPurpose _purpose;
    private readonly List<SegmentModel> _segments = [];
    private readonly List<SegmentModel> _everyoneElse = [];

    internal SegmentSchemeBuilder(string name, SegmentPurpose purpose) => (_name, _purpose) = (name, purpose);

    /// <summary>A segment of the customers for whom a condition holds.</summary>
    /// <param name="name">The name.</param>
    /// <param name="when">The condition.</param>
    /// <param name="experience">The appropriate experience; needed in a scheme for experience.</param>
    /// <param name="priority">Of several segments that match the one with the largest priority wins; 0 unless stated.</param>
    public SegmentSchemeBuilder Segment(string name, FactCondition when, AppropriateExperience? experience = null, int priority = 0)
    {
        ArgumentNullException.ThrowIfNull(when);
        _segments.Add(new() { Name = name, When = when, Priority = priority, Experience = experience });
        return this;
    }

    /// <summary>The segment of everyone else: needed, so that every customer falls in one.</summary>
    public SegmentSchemeBuilder Otherwise(string name, AppropriateExperience? experience = null)
    {
        _everyoneElse.Add(new() { Name = name, When = null, Priority = int.MinValue, Experience = experience });
        return this;
    }

    /// <summary>Checks everything and gives the scheme.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public SegmentScheme Build()
    {
        var found = new DiagnosticList();
        SegmentCheck.Run(_name, _purpose, _segments, _everyoneElse, found);
        found.ThrowIfAny();
        return new SegmentScheme(_name, _purpose, [.. _segments], _everyoneElse[0]);
    }
}
