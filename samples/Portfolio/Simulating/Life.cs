namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>A time as a customer, from a first day to an end; a lost customer who comes back has a second one.</summary>
internal sealed class Life
{
    /// <summary>0, or 1 for the second.</summary>
    public required int Index { get; init; }

    public required int FirstDay { get; init; }

    public required LatentValue Value { get; init; }

    /// <summary>The first day as a customer no more; null while none is known.</summary>
    public int? EndDay { get; set; }

    /// <summary>The day of a notice that stands: from then on usage halves.</summary>
    public int? NoticeDay { get; set; }

    /// <summary>From which day on an add-on is used no more.</summary>
    public Dictionary<string, int> Dropped { get; } = new(StringComparer.Ordinal);

    /// <summary>The days of this life that are simulated, the end excluded.</summary>
    public (int From, int To) Days(int days) => (Math.Max(0, FirstDay), Math.Min(days, EndDay ?? days));
}
