using System.Text.Json;

namespace CustomerSuccess.Expressions.Conformance;

/// <summary>What a case came to.</summary>
internal sealed record ConformanceOutcome(string Id, bool Passed, string Expected, string Got);

/// <summary>One case: an expression, what its variables are, and the value or error it must come to.</summary>
internal sealed class ConformanceCase
{
    private readonly string _id;
    private readonly string _expression;
    private readonly bool _isChecked;
    private readonly string[] _declares;
    private readonly Dictionary<string, CelValue> _bindings;
    private readonly CelValue? _value;

    private ConformanceCase(JsonElement element)
    {
        _id = element.GetProperty("id").GetString()!;
        _expression = element.GetProperty("expr").GetString()!;
        _isChecked = !(element.TryGetProperty("unchecked", out var flag) && flag.GetBoolean());
        _declares = element.TryGetProperty("declares", out var names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
        _bindings = element.TryGetProperty("bindings", out var bindings)
            ? bindings.EnumerateObject().ToDictionary(b => b.Name, b => TaggedValue.Read(b.Value), StringComparer.Ordinal)
            : [];
        _value = element.TryGetProperty("value", out var value) ? TaggedValue.Read(value) : null;
    }

    public static ConformanceCase Of(JsonElement element) => new(element);

    public ConformanceOutcome Run()
    {
        var expected = _value is { } value ? TaggedValue.Show(value) : "an error";
        CelValue got;
        try
        {
            var declared = _declares.Union(_bindings.Keys, StringComparer.Ordinal)
                .Aggregate(CelEnvironment.Declare(), (e, name) => e.Variable(name, CelType.Dyn))
                .Build();
            got = (_isChecked ? declared.Check(_expression) : declared.Read(_expression)).Evaluate(_bindings);
        }
        catch (CelException e)
        {
            return new(_id, _value is null, expected, string.Join("; ", e.Diagnostics));
        }

        var passed = _value is { } wanted ? TaggedValue.AreSame(wanted, got) : got.IsError;
        return new(_id, passed, expected, TaggedValue.Show(got));
    }
}
