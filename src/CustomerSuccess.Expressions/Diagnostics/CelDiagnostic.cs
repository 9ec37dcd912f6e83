using System.Globalization;

namespace CustomerSuccess.Expressions;

/// <summary>One mistake in an expression: which, where, and what cures it. Immutable.</summary>
public sealed class CelDiagnostic
{
    internal CelDiagnostic(string code, string message, string cure, CelSource source, int start, int end)
    {
        (Code, Message, Cure, Start, End) = (code, message, cure, start, Math.Max(start, end));
        (Line, Column) = source.PlaceOf(start);
        Marked = source.Marked(start, End);
    }

    /// <summary>The stable code, for instance <c>EX004</c>; each has a section in the documentation.</summary>
    public string Code { get; }

    /// <summary>What is wrong, naming the thing.</summary>
    public string Message { get; }

    /// <summary>What to do about it; may be empty where the message says all.</summary>
    public string Cure { get; }

    /// <summary>Where it begins: UTF-16 units from the start of the text.</summary>
    public int Start { get; }

    /// <summary>Where it ends, excluded.</summary>
    public int End { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in code points, from 1.</summary>
    public int Column { get; }

    /// <summary>The line of the text with carets under the mistake: two lines.</summary>
    public string Marked { get; }

    /// <summary><c>EX004 1:9: There is no 'logns'. Did you mean 'logins'?</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {Line}:{Column}: {Message}{(Cure.Length > 0 ? " " : "")}{Cure}");
}
