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

    /// <summary>Where: the scorecard and the part of it, for instance <c>default/product/ci</c>; of a document the path in its JSON, for instance <c>$.measures[2].curve</c>.</summary>
    public string Path { get; }

    /// <summary>The document in which the mistake stands; null where it stands in none.</summary>
    public string? Document { get; init; }

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

    /// <summary><c>SC012 default/nps: the curve falls … Cure: …</c>, of a text with line and column and with the line itself below, of a document with its name.</summary>
    public override string ToString() => Document is not null
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code} {Document}{(Line is null ? "" : $"({Line},{Column})")} {Path}: {Message} {Cure}{Below}")
        : Line is null ? $"{Code} {Path}: {Message} {Cure}"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code} {Path} {Line}:{Column}: {Message} {Cure}{Below}");

    private string Below => Marked is null ? "" : Environment.NewLine + Marked;
}
