namespace CustomerSuccess;

/// <summary>
/// What is known of one customer as of an instant, read by name. A name that is not registered reads as unknown
/// (<see cref="UnknownKind.NotDeclared"/>), never as an exception, so that a strategy can be tried on any host.
/// Implementations are immutable for as long as a score is computed and safe to read from several threads.
/// </summary>
public interface IFacts
{
    /// <summary>The names that can be read, in ordinal order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A number in the unit of its reader. NaN and infinities are never known.</summary>
    Reading<double> Number(string name);

    /// <summary>A yes or no.</summary>
    Reading<bool> Flag(string name);

    /// <summary>A text.</summary>
    Reading<string> Text(string name);

    /// <summary>How old the observation under that name is, as of the instant of the facts; unknown where no age is declared.</summary>
    Reading<TimeSpan> Age(string name);
}
