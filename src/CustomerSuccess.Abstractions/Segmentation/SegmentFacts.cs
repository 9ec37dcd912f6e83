namespace CustomerSuccess.Segmentation;

/// <summary>The segments that a customer falls in, by scheme. Immutable and safe to share between threads.</summary>
public sealed class SegmentFacts : FactsPart
{
    private readonly IReadOnlyList<SegmentAnswer> _answers = [];
    private readonly Func<CustomerFacts, SegmentFacts>? _again;
    private readonly Func<DateTimeOffset?>? _until;
    private readonly Lazy<SegmentFacts>? _moved;

    /// <summary>The segments' part.</summary>
    /// <param name="answers">One answer a scheme.</param>
    public SegmentFacts(params IReadOnlyList<SegmentAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _answers = Array.AsReadOnly([.. answers]);
    }

    /// <summary>The segments' part, which can be formed again of later facts.</summary>
    /// <param name="answers">One answer a scheme.</param>
    /// <param name="again">Forms it of other facts of the customer; pure.</param>
    /// <param name="until">When a segment may next be another, if nothing new is recorded until then; null for never.</param>
    public SegmentFacts(IReadOnlyList<SegmentAnswer> answers, Func<CustomerFacts, SegmentFacts> again, Func<DateTimeOffset?> until)
        : this(answers)
    {
        ArgumentNullException.ThrowIfNull(again);
        ArgumentNullException.ThrowIfNull(until);
        (_again, _until) = (again, until);
    }

    private SegmentFacts(Lazy<SegmentFacts> moved) => _moved = moved;

    /// <inheritdoc />
    public override string Name => "segments";

    /// <summary>One answer a scheme, in the order in which they were asked.</summary>
    public IReadOnlyList<SegmentAnswer> Answers => _moved is null ? _answers : _moved.Value.Answers;

    /// <summary>The answer of the scheme that says which experience is appropriate; null where there is none.</summary>
    public SegmentAnswer? Experience => Answers.FirstOrDefault(a => a.Purpose == SegmentPurpose.Experience);

    /// <summary>The answer of the scheme that says what the customer may become; null where there is none.</summary>
    public SegmentAnswer? GrowthPotential => Answers.FirstOrDefault(a => a.Purpose == SegmentPurpose.GrowthPotential);

    /// <summary>The answer of a scheme; null where there is no such scheme.</summary>
    public SegmentAnswer? Find(string scheme) => Answers.FirstOrDefault(a => string.Equals(a.Scheme, scheme, StringComparison.Ordinal));

    /// <summary>When a segment may next be another, if nothing new is recorded until then; null for never, and of answers that were stated.</summary>
    public DateTimeOffset? Until() => _moved is null ? _until?.Invoke() : _moved.Value.Until();

    /// <inheritdoc />
    protected internal override FactsPart MovedTo(CustomerFacts later)
    {
        return At(later) ?? this;
    }

    /// <inheritdoc />
    protected internal override FactsPart? RewoundTo(CustomerFacts earlier) => At(earlier);

    // Null of answers that were stated: nothing tells what they were at another instant.
    private SegmentFacts? At(CustomerFacts other)
    {
        var again = _moved is null ? _again : _moved.Value._again;
        return again is null ? null : new SegmentFacts(new Lazy<SegmentFacts>(() => again(other)));
    }
}

/// <summary>The segments' part of the facts.</summary>
public static class SegmentFactsExtensions
{
    extension(CustomerFacts facts)
    {
        /// <summary>The customer's segments. Empty where there are no schemes.</summary>
        public SegmentFacts Segments => facts.Find<SegmentFacts>() ?? new SegmentFacts();
    }
}
