using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CustomerSuccess;

/// <summary>Begins conditions over named facts: <c>Fact.Number("seats").AtLeast(100) &amp; Fact.Text("plan").Is("pro")</c>.</summary>
public static class Fact
{
    /// <summary>A number.</summary>
    public static NumberFactWords Number(string name)
    {
        Check(name);
        return new(name);
    }

    /// <summary>A text.</summary>
    public static TextFactWords Text(string name)
    {
        Check(name);
        return new(name);
    }

    /// <summary>A yes or no that is yes.</summary>
    public static FactCondition IsTrue(string name)
    {
        Check(name);
        return new ReadCondition(name, $"{Quoted(name)} is true", ("isTrue", ""), facts => facts.Flag(name));
    }

    /// <summary>A number, text or flag that is known. Itself never unknown.</summary>
    public static FactCondition IsKnown(string name)
    {
        Check(name);
        return new ReadCondition(name, $"{Quoted(name)} is known", ("known", ""), facts => Reading.Known(facts.Number(name).IsKnown || facts.Text(name).IsKnown || facts.Flag(name).IsKnown));
    }

    /// <summary>Checks a name that hashes cover.</summary>
    internal static void Check(string name, [CallerArgumentExpression(nameof(name))] string? what = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, what);
        CheckWhole(name, what);
    }

    internal static void CheckWhole(string text, [CallerArgumentExpression(nameof(text))] string? what = null)
    {
        ArgumentNullException.ThrowIfNull(text, what);
        if (CanonicalJson.HasHalfCharacter(text))
        {
            throw new ArgumentException("The text holds half of a character. Write it as valid Unicode.", what);
        }
    }

    internal static string Quoted(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}

/// <summary>Compares a number, exactly.</summary>
public sealed class NumberFactWords
{
    private readonly string _name;

    internal NumberFactWords(string name) => _name = name;

    /// <summary>It is at least so much.</summary>
    public FactCondition AtLeast(double number) => Compare(">=", "atLeast", number, x => x >= number);

    /// <summary>It is more than so much.</summary>
    public FactCondition MoreThan(double number) => Compare(">", "moreThan", number, x => x > number);

    /// <summary>It is at most so much.</summary>
    public FactCondition AtMost(double number) => Compare("<=", "atMost", number, x => x <= number);

    /// <summary>It is less than so much.</summary>
    public FactCondition LessThan(double number) => Compare("<", "lessThan", number, x => x < number);

    private ReadCondition Compare(string sign, string word, double number, Func<double, bool> holds)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException($"'{_name}' is compared with a number that is not finite.", nameof(number));
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{Fact.Quoted(_name)} {sign} {number + 0.0:R}");
        return new ReadCondition(_name, text, (word, number + 0.0), facts =>
        {
            var number = facts.Number(_name);
            return number.IsKnown ? Reading.Known(holds(number.Value)) : Reading.Unknown<bool>(number.Causes);
        });
    }
}

/// <summary>Compares a text, ordinally.</summary>
public sealed class TextFactWords
{
    private readonly string _name;

    internal TextFactWords(string name) => _name = name;

    /// <summary>It is this one.</summary>
    public FactCondition Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsOneOf(text);
    }

    /// <summary>It is one of these.</summary>
    public FactCondition IsOneOf(params IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            throw new ArgumentException($"Name the texts that '{_name}' may be.", nameof(texts));
        }

        foreach (var text in texts)
        {
            Fact.CheckWhole(text, nameof(texts));
        }

        string[] all = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new ReadCondition(_name, $"{Fact.Quoted(_name)} is {string.Join(" or ", all.Select(Fact.Quoted))}", ("is", all is [var one] ? one : all), facts =>
        {
            var text = facts.Text(_name);
            return text.IsKnown ? Reading.Known(all.Contains(text.Value, StringComparer.Ordinal)) : Reading.Unknown<bool>(text.Causes);
        });
    }
}

/// <summary>A condition over one named fact.</summary>
internal sealed class ReadCondition(string name, string text, (string Word, object Value) comparison, Func<IFacts, Reading<bool>> holds) : FactCondition
{
    /// <summary>The fact.</summary>
    internal string Fact => name;

    /// <summary>With what it is compared, and how: <c>atLeast</c>, <c>moreThan</c>, <c>atMost</c>, <c>lessThan</c> a number; <c>is</c> a text or one of texts; <c>isTrue</c>; <c>known</c>.</summary>
    internal (string Word, object Value) Comparison => comparison;

    internal override object Written => comparison.Word is "isTrue" or "known"
        ? new Dictionary<string, object>(StringComparer.Ordinal) { [comparison.Word] = name }
        : new Dictionary<string, object>(StringComparer.Ordinal) { ["fact"] = name, [comparison.Word] = comparison.Value };

    public override Reading<bool> Holds(IFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return holds(facts);
    }

    public override string ToString() => text;

    internal override DateTimeOffset? Until(IFacts facts, TimeSpan recheck) => (RecordingFacts.Behind(facts) as IForeseenFacts)?.UntilOf(name, recheck);

    private protected override IEnumerable<string> ReadNames() => [name];
}
