using System.Globalization;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Contacts;

/// <summary>A call like <c>contacts.engaged(days(90))</c> or <c>issues.open(1)</c>, read as a whole with constants.</summary>
/// <param name="expression">The expression.</param>
internal sealed class ContactCall(CelExpression expression)
{
    /// <summary>Whether a call is one of these.</summary>
    public bool IsRead(CelCall call) => call.Target is { } target && (expression.VariableOf(target)?.Name, call.Function) is
        (ContactLanguage.Contacts, ContactFunctions.Engaged or ContactFunctions.DaysSince or ContactFunctions.Covers)
        or (ContactLanguage.Issues, ContactFunctions.Open or ContactFunctions.Opened);

    /// <summary>What reads it; null where it is no such call, or one with a mistake.</summary>
    public CelReader<CustomerFacts>? Read(CelCall call, List<CelDiagnostic>? found = null)
    {
        if (!IsRead(call))
        {
            return null;
        }

        var mistakes = found ?? [];
        return call.Function switch
        {
            ContactFunctions.Engaged => Window(call.Arguments[0], mistakes) is { } window ? ContactReaders.Engaged(window) : null,
            ContactFunctions.DaysSince => Persona(call.Arguments[0], mistakes) is { } persona ? ContactReaders.DaysSince(persona) : null,
            ContactFunctions.Covers => Persona(call.Arguments[0], mistakes) is { } persona ? ContactReaders.Covers(persona) : null,
            ContactFunctions.Open => call.Arguments.Count == 0 ? ContactReaders.Open(null) : Severity(call.Arguments[0], mistakes) is { } severity ? ContactReaders.Open(severity) : null,
            _ => Opened(call, mistakes),
        };
    }

    private FactsReader? Opened(CelCall call, List<CelDiagnostic> found)
    {
        IssueSeverity? severity = null;
        if (call.Arguments.Count == 2)
        {
            severity = Severity(call.Arguments[0], found);
            if (severity is null)
            {
                return null;
            }
        }

        return Window(call.Arguments[^1], found) is { } window ? ContactReaders.Opened(window, severity) : null;
    }

    private TimeSpan? Window(CelNode at, List<CelDiagnostic> found)
    {
        if (!Constant(at, CelKind.Duration, "A window", "days(90)", found, out var value))
        {
            return null;
        }

        if (value.AsDuration() is var length && length > TimeSpan.Zero)
        {
            return length;
        }

        found.Add(expression.Mistake("LA003", "A window has a length above 0.", "Write for instance days(90).", at));
        return null;
    }

    private string? Persona(CelNode at, List<CelDiagnostic> found)
    {
        if (!Constant(at, CelKind.String, "A persona", $"'{Personas.ExecutiveSponsor}'", found, out var value))
        {
            return null;
        }

        if (value.AsString() is var persona && !string.IsNullOrWhiteSpace(persona) && !CanonicalJson.HasHalfCharacter(persona))
        {
            return persona;
        }

        found.Add(expression.Mistake("LA003", "A persona is an empty text, or one with half a character.", $"Name one, for instance '{Personas.ExecutiveSponsor}'.", at));
        return null;
    }

    private IssueSeverity? Severity(CelNode at, List<CelDiagnostic> found)
    {
        if (!Constant(at, CelKind.Int, "A severity", "1", found, out var value))
        {
            return null;
        }

        if (value.AsInt() is >= 1 and <= int.MaxValue and var level)
        {
            return new((int)level);
        }

        found.Add(expression.Mistake("LA003", string.Create(CultureInfo.InvariantCulture, $"There is no severity {value.AsInt()}."), "The gravest is 1: write 1 or more.", at));
        return null;
    }

    private bool Constant(CelNode at, CelKind kind, string what, string example, List<CelDiagnostic> found, out CelValue value)
    {
        if (expression.TryConstant(at, out value) && value.Kind == kind)
        {
            return true;
        }

        found.Add(expression.Mistake("LA003", $"{what} is written out here, and this is computed or has no value.", $"Write it out: {example}.", at));
        return false;
    }
}
