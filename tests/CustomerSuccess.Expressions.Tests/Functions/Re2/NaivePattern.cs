using System.Globalization;
using System.Text;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>
/// A pattern as a tree that writes itself and matches by sets of places, the plain meaning of each part: nothing of it is shared with
/// what it is a check of. A text has at most 30 code points, so that its places are the bits of a number.
/// </summary>
internal abstract record NaivePattern
{
    /// <summary>The letters that patterns and texts are made of, each beside those that differ by case only.</summary>
    public static readonly string[] Orbits = ["aA", "bB", "kK\u212A", "sS\u017F", "σΣς", "éÉ", "\U00010400\U00010428", "iI", "ı", "İ", "1", "٣", "_", "-", " ", "\n", "\v", "😀", "😂", "日"];

    /// <summary>Parts that this one can be replaced with when a failure is made smaller.</summary>
    public virtual IEnumerable<NaivePattern> Parts => [];

    /// <summary>Whether it matches somewhere.</summary>
    public bool IsMatch(string text) => From(new([.. text.EnumerateRunes().Select(r => r.Value)]), (1u << (text.EnumerateRunes().Count() + 1)) - 1, "") != 0;

    /// <summary>Where it ends that begins at one of the places.</summary>
    public abstract uint From(NaiveText text, uint places, string flags);

    public abstract void Write(StringBuilder written);

    public sealed override string ToString()
    {
        var written = new StringBuilder();
        Write(written);
        return written.ToString();
    }

    public static IEnumerable<int> OrbitOf(int codePoint) => Orbits.FirstOrDefault(o => o.EnumerateRunes().Any(r => r.Value == codePoint))?.EnumerateRunes().Select(r => r.Value) ?? [codePoint];
}

/// <summary>A text by code points, and what its places are.</summary>
internal sealed record NaiveText(int[] CodePoints)
{
    public uint Places(Func<int, bool> isPlace) => Enumerable.Range(0, CodePoints.Length + 1).Where(isPlace).Aggregate(0u, (places, at) => places | (1u << at));

    public bool IsWord(int at) => at >= 0 && at < CodePoints.Length && CodePoints[at] < 128 && (char.IsAsciiLetterOrDigit((char)CodePoints[at]) || CodePoints[at] == '_');

    public bool IsNewline(int at) => CodePoints[at] == '\n';
}

/// <summary>One code point, by what is written and which it takes.</summary>
internal sealed record NaiveOne(string Written, Func<int, bool> Takes, bool IsNegated) : NaivePattern
{
    public override uint From(NaiveText text, uint places, string flags) =>
        (places & text.Places(at => at < text.CodePoints.Length && Has(text.CodePoints[at], flags))) << 1;

    public bool Has(int codePoint, string flags) => (flags.Contains('i', StringComparison.Ordinal) ? OrbitOf(codePoint).Any(Takes) : Takes(codePoint)) != IsNegated;

    public override void Write(StringBuilder written) => written.Append(Written);

    public static NaiveOne Literal(int codePoint, string written) => new(written, c => c == codePoint, false);
}

/// <summary>A dot.</summary>
internal sealed record NaiveDot : NaivePattern
{
    public override uint From(NaiveText text, uint places, string flags) =>
        (places & text.Places(at => at < text.CodePoints.Length && (flags.Contains('s', StringComparison.Ordinal) || !text.IsNewline(at)))) << 1;

    public override void Write(StringBuilder written) => written.Append('.');
}

/// <summary>A class in brackets, of several that are written one after the other.</summary>
internal sealed record NaiveBrackets(bool IsNegated, NaiveOne[] Items) : NaivePattern
{
    public override uint From(NaiveText text, uint places, string flags) =>
        (places & text.Places(at => at < text.CodePoints.Length && Items.Any(i => i.Has(text.CodePoints[at], flags)) != IsNegated)) << 1;

    public override void Write(StringBuilder written)
    {
        written.Append(IsNegated ? "[^" : "[");
        Array.ForEach(Items, i => i.Write(written));
        written.Append(']');
    }
}

/// <summary>A place.</summary>
internal sealed record NaivePlace(string Written) : NaivePattern
{
    public override uint From(NaiveText text, uint places, string flags)
    {
        var isMultiline = flags.Contains('m', StringComparison.Ordinal);
        var last = text.CodePoints.Length;
        return places & Written switch
        {
            "^" when isMultiline => text.Places(at => at == 0 || text.IsNewline(at - 1)),
            "$" when isMultiline => text.Places(at => at == last || text.IsNewline(at)),
            "^" or "\\A" => 1u,
            "$" or "\\z" => 1u << last,
            "\\b" => text.Places(at => text.IsWord(at - 1) != text.IsWord(at)),
            _ => text.Places(at => text.IsWord(at - 1) == text.IsWord(at)),
        };
    }

    public override void Write(StringBuilder written) => written.Append(Written);
}

/// <summary>Text in \Q and \E.</summary>
internal sealed record NaiveQuote(int[] CodePoints) : NaivePattern
{
    public override uint From(NaiveText text, uint places, string flags) =>
        CodePoints.Aggregate(places, (reached, c) => NaiveOne.Literal(c, "").From(text, reached, flags));

    public override void Write(StringBuilder written) => written.Append("\\Q").AppendJoin("", CodePoints.Select(char.ConvertFromUtf32)).Append("\\E");
}

/// <summary>One after the other.</summary>
internal sealed record NaiveSequence(NaivePattern[] Items) : NaivePattern
{
    public override IEnumerable<NaivePattern> Parts => Items;

    public override uint From(NaiveText text, uint places, string flags) => Items.Aggregate(places, (reached, i) => i.From(text, reached, flags));

    public override void Write(StringBuilder written) => Array.ForEach(Items, i => i.Write(written));
}

/// <summary>A group: branches, flags that are switched on and off, a name or none.</summary>
internal sealed record NaiveGroup(string Opening, string On, string Off, NaivePattern[] Branches) : NaivePattern
{
    public override IEnumerable<NaivePattern> Parts => Branches;

    public override uint From(NaiveText text, uint places, string flags)
    {
        var inside = string.Concat((flags + On).Where(f => !Off.Contains(f, StringComparison.Ordinal)));
        return Branches.Aggregate(0u, (reached, b) => reached | b.From(text, places, inside));
    }

    public override void Write(StringBuilder written)
    {
        written.Append(Opening);
        for (var i = 0; i < Branches.Length; i++)
        {
            Branches[i].Write(written.Append(i > 0 ? "|" : ""));
        }

        written.Append(')');
    }
}

/// <summary>A repetition of one code point or a group.</summary>
internal sealed record NaiveRepetition(NaivePattern Part, int Least, int? Most, bool IsLazy) : NaivePattern
{
    public override IEnumerable<NaivePattern> Parts => [Part];

    public override uint From(NaiveText text, uint places, string flags)
    {
        for (var i = 0; i < Least; i++)
        {
            places = Part.From(text, places, flags);
        }

        // What further rounds reach; without a limit until nothing new is reached.
        var (reached, round) = (places, places);
        for (var i = Least; (Most is null || i < Most) && round != 0; i++)
        {
            round = Part.From(text, round, flags);
            if (Most is null)
            {
                round &= ~reached;
            }

            reached |= round;
        }

        return reached;
    }

    public override void Write(StringBuilder written)
    {
        Part.Write(written);
        written.Append((Least, Most) switch
        {
            (0, null) => "*",
            (1, null) => "+",
            (0, 1) => "?",
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"{{{Least},}}"),
            _ when Least == Most => string.Create(CultureInfo.InvariantCulture, $"{{{Least}}}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{{{Least},{Most}}}"),
        }).Append(IsLazy ? "?" : "");
    }
}
