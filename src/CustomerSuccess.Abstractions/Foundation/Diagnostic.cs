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

    /// <summary><c>SC012 default/nps: the curve falls … Cure: …</c></summary>
    public override string ToString() => $"{Code} {Path}: {Message} {Cure}";
}
