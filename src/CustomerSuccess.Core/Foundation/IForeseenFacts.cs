namespace CustomerSuccess;

/// <summary>Facts of which it can be told until when they stand.</summary>
internal interface IForeseenFacts
{
    /// <summary>The instant of the facts.</summary>
    DateTimeOffset AsOf { get; }

    /// <summary>When a name may next read otherwise, if nothing new is recorded; null for never.</summary>
    /// <param name="name">The name.</param>
    /// <param name="recheck">How long what cannot be foreseen is taken to stand.</param>
    DateTimeOffset? UntilOf(string name, TimeSpan recheck);

    /// <summary>So much later, as far as the calendar goes.</summary>
    static DateTimeOffset Later(DateTimeOffset instant, TimeSpan by) => DateTimeOffset.MaxValue - instant > by ? instant + by : DateTimeOffset.MaxValue;
}
