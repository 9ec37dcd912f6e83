namespace CustomerSuccess;

/// <summary>One mistake in a configuration: which, where, and what cures it.</summary>
public sealed record Diagnostic
{
    /// <summary>Creates a diagnostic.</summary>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public Diagnostic(string code, string path, string message, string cure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ArgumentException.ThrowIfNullOrWhiteSpace(cure);
        Code = code;
        Path = path;
        Message = message;
        Cure = cure;
    }

    /// <summary>The stable code, for instance <c>SC012</c>; each has a section in the documentation.</summary>
    public string Code { get; }

    /// <summary>Where: the scorecard and the part of it, for instance <c>default/product/ci</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong, naming the thing.</summary>
    public string Message { get; }

    /// <summary>What to do about it.</summary>
    public string Cure { get; }

    /// <summary>The line of a text in which the mistake stands, from 1; null where it stands in no text.</summary>
    public int? Line { get; init; }

    /// <summary>The column in code points, from 1; null where it stands in no text.</summary>
    public int? Column { get; init; }

    /// <summary>The line of the text with carets under the mistake, two lines; null where it stands in no text.</summary>
    public string? Marked { get; init; }

    /// <summary><c>SC012 default/nps: the curve falls … Cure: …</c>, of a text with line and column, and with the line itself below.</summary>
    public override string ToString() => Line is null
        ? $"{Code} {Path}: {Message} {Cure}"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code} {Path} {Line}:{Column}: {Message} {Cure}{(Marked is null ? "" : Environment.NewLine + Marked)}");
}
