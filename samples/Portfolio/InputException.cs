namespace CustomerSuccess.Portfolio;

/// <summary>What the user gave cannot be used. The message stands alone: it is all that the user sees.</summary>
public sealed class InputException(string message) : Exception(message)
{
    /// <summary>A mistake in a file, with as much of its place as is known.</summary>
    public static InputException At(string file, long? line, string? column, string mistake)
    {
        var place = Quoted.Clean(file);
        if (line is not null)
            place += FormattableString.Invariant($", line {line}");
        if (column is not null)
            place += $", column {Quoted.Clean(column)}";
        return new InputException($"{place}: {mistake}");
    }
}
