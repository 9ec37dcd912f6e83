using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>How the classes of customers moved between two dates, each customer and as a matrix. Immutable and safe to share between threads.</summary>
public sealed class EssentialDrift
{
    private static readonly EssentialClass[] Classes = [EssentialClass.Essential, EssentialClass.NiceToHave, EssentialClass.NoLongerNeeded, EssentialClass.Unknown];

    private EssentialDrift(IReadOnlyList<EssentialMove> moves, IReadOnlyList<string> came, IReadOnlyList<string> gone) =>
        (Moves, Came, Gone) = (moves, came, gone);

    /// <summary>The customers that are there on both dates, in ordinal order of ids.</summary>
    public IReadOnlyList<EssentialMove> Moves { get; }

    /// <summary>The customers that are there on the second date only, in ordinal order.</summary>
    public IReadOnlyList<string> Came { get; }

    /// <summary>The customers that are there on the first date only, in ordinal order.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>The customers that fell into a lower class, both being known.</summary>
    public IReadOnlyList<EssentialMove> Fallen => [.. Moves.Where(m => m.Classes < 0)];

    /// <summary>The customers that rose into a higher class, both being known.</summary>
    public IReadOnlyList<EssentialMove> Risen => [.. Moves.Where(m => m.Classes > 0)];

    /// <summary>Compares two dates.</summary>
    /// <param name="before">The customers at the first date, in any order, each once.</param>
    /// <param name="after">The customers at the second date, in any order, each once.</param>
    /// <exception cref="ArgumentException">A customer is there twice on one date.</exception>
    public static EssentialDrift Between(IEnumerable<EssentialCustomer> before, IEnumerable<EssentialCustomer> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var first = EssentialCustomer.Once(before, nameof(before)).ToDictionary(c => c.CustomerId, StringComparer.Ordinal);
        var second = EssentialCustomer.Once(after, nameof(after));
        var still = second.Select(c => c.CustomerId).ToHashSet(StringComparer.Ordinal);
        return new(
            Array.AsReadOnly([.. second.Where(c => first.ContainsKey(c.CustomerId)).Select(c => new EssentialMove { CustomerId = c.CustomerId, Before = first[c.CustomerId].Finding, After = c.Finding })]),
            Array.AsReadOnly([.. second.Select(c => c.CustomerId).Where(id => !first.ContainsKey(id))]),
            Array.AsReadOnly([.. first.Keys.Where(id => !still.Contains(id)).Order(StringComparer.Ordinal)]));
    }

    /// <summary>A cell of the matrix: how many customers were of one class and are of another.</summary>
    public int Count(EssentialClass before, EssentialClass after) => Moves.Count(m => m.Before.Class == before && m.After.Class == after);

    /// <summary>The matrix and the customers that changed their class, for a person.</summary>
    public string Explain() => string.Join('\n', [
        ToString(),
        .. TextColumns.Of([["before ↓ after →", .. Classes.Select(c => c.ToText())], .. Classes.Select(Row)], 1, 2, 3, 4),
        .. Moves.Where(m => m.Before.Class != m.After.Class)]);

    /// <summary><c>of 12 on both dates 2 fell, 1 rose; 3 came, 0 are gone</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"of {Moves.Count} on both dates {Fallen.Count} fell, {Risen.Count} rose; {Came.Count} came, {Gone.Count} are gone");

    private string[] Row(EssentialClass before) =>
        [before.ToText(), .. Classes.Select(after => Count(before, after).ToString(CultureInfo.InvariantCulture))];
}
