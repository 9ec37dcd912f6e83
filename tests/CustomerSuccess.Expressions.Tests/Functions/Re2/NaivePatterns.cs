using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>A pattern and texts for it.</summary>
internal sealed record NaiveCase(NaivePattern Pattern, string[] Texts)
{
    public override string ToString() => $"{Support.Matching.Shown(Pattern.ToString())} of {string.Join(" / ", Texts.Select(Support.Matching.Shown))}";
}

/// <summary>Random patterns of all that RE2 knows, and random short texts: both of the same few letters, so that most of a pattern matters.</summary>
internal sealed class NaivePatterns
{
    private static readonly Gen<NaiveOne> Named = Gen.Elements<NaiveOne>(
    [
        .. Pair("\\d", "\\D", c => c is >= '0' and <= '9'),
        .. Pair("\\s", "\\S", c => c is '\t' or '\n' or '\f' or '\r' or ' '),
        .. Pair("\\w", "\\W", IsWord),
        .. Pair("\\pL", "\\PL", c => Rune.IsLetter(new(c))),
        .. Pair("\\p{Lu}", "\\p{^Lu}", c => Rune.IsUpper(new(c))),
        .. Pair("\\P{^Ll}", "\\P{Ll}", c => Rune.IsLower(new(c))),
        .. Pair("\\pN", "\\PN", c => Rune.IsNumber(new(c))),
        .. Pair("\\p{So}", "\\P{So}", c => Rune.GetUnicodeCategory(new(c)) == UnicodeCategory.OtherSymbol),
        .. Pair("\\p{Greek}", "\\P{Greek}", c => c is >= 0x370 and <= 0x3FF),
        .. Pair("\\p{Latin}", "\\P{Latin}", c => c is < 0x250 or 0x212A && Rune.IsLetter(new(c))),
        .. Pair("\\p{Han}", "\\p{^Han}", c => c == '日'),
        .. Pair("\\p{Deseret}", "\\P{Deseret}", c => c is >= 0x10400 and <= 0x1044F),
    ]);

    private static readonly Gen<NaiveOne> Posix = Gen.Elements<NaiveOne>(
    [
        .. Pair("[:alpha:]", "[:^alpha:]", c => c < 128 && char.IsAsciiLetter((char)c)),
        .. Pair("[:upper:]", "[:^upper:]", c => c is >= 'A' and <= 'Z'),
        .. Pair("[:space:]", "[:^space:]", c => c is >= '\t' and <= '\r' or ' '),
        .. Pair("[:word:]", "[:^word:]", IsWord),
        .. Pair("[:ascii:]", "[:^ascii:]", c => c < 128),
        .. Pair("[:punct:]", "[:^punct:]", c => c is '_' or '-'),
    ]);

    private static readonly Gen<(string Opening, string On, string Off)> Opening = Gen.Elements(
        ("(", "", ""), ("(?:", "", ""), ("(?i:", "i", ""), ("(?m:", "m", ""), ("(?s:", "s", ""), ("(?U:", "", ""), ("(?ims:", "ims", ""), ("(?-i:", "", "i"), ("(?s-im:", "s", "im"), ("(?:(?i)", "i", ""));

    private readonly Gen<int> _letter;
    private readonly Gen<NaivePattern> _literal;
    private readonly Gen<NaivePattern> _brackets;
    private readonly Gen<NaivePattern> _atom;

    private NaivePatterns(int[] letters)
    {
        _letter = Gen.Elements(letters);
        _literal = from c in _letter from form in Gen.Choose(0, 5) select (NaivePattern)NaiveOne.Literal(c, Written(c, form));
        var range =
            from a in _letter
            from b in _letter
            from forms in Gen.Choose(0, 5).Two()
            let first = Math.Min(a, b)
            let last = Math.Max(a, b)
            select new NaiveOne(first == last ? InBrackets(first, forms.Item1) : $"{InBrackets(first, forms.Item1)}-{InBrackets(last, forms.Item2)}", c => c >= first && c <= last, false);
        _brackets =
            from isNegated in Gen.Elements(false, true)
            from items in Gen.OneOf(range, range, range, Named, Posix).NonEmptyListOf()
            select (NaivePattern)new NaiveBrackets(isNegated, [.. items.Take(3)]);
        _atom = Gen.Frequency(
            (6, _literal), (1, Named.Select(x => (NaivePattern)x)), (3, _brackets), (2, Gen.Constant<NaivePattern>(new NaiveDot())),
            (2, Gen.Elements("^", "$", "\\A", "\\z", "\\b", "\\B").Select(p => (NaivePattern)new NaivePlace(p))));
    }

    public static Arbitrary<NaiveCase> Arbitrary() => Arb.From(
        from orbits in Gen.Elements(NaivePattern.Orbits).ArrayOf(2)
        from more in Gen.Elements("", "\n", "a ")
        let patterns = new NaivePatterns([.. orbits.Append(more).SelectMany(o => o.EnumerateRunes()).Select(r => r.Value)])
        from pattern in Gen.Sized(size => patterns.Pattern(Math.Min(size, 25)))
        from isWhole in Gen.Elements(false, true)
        from texts in Gen.Choose(0, 8).SelectMany(n => patterns._letter.ArrayOf(n)).Select(c => string.Concat(c.Select(char.ConvertFromUtf32))).ArrayOf(6)
        select new NaiveCase(isWhole ? new NaiveSequence([new NaivePlace("^"), new NaiveGroup("(?:", "", "", [pattern]), new NaivePlace("$")]) : pattern, texts),
        Smaller);

    private Gen<NaivePattern> Pattern(int size) => size <= 1 ? _atom : Gen.Frequency(
        (1, _atom),
        (1, _letter.ListOf().Select(c => (NaivePattern)new NaiveQuote([.. c.Take(2)]))),
        (4, from parts in Gen.Choose(2, 4).SelectMany(n => Pattern(size / n).ArrayOf(n)) select (NaivePattern)new NaiveSequence(parts)),
        (3, Group(size)),
        (4, from part in Gen.OneOf(Group(size), _literal, _brackets)
            from least in Gen.Elements(0, 0, 1, 1, 2, 3)
            from most in Gen.Elements<int?>(null, null, 0, 1, 3)
            from isLazy in Gen.Elements(false, true)
            select (NaivePattern)new NaiveRepetition(part, least, most + least, isLazy)));

    private Gen<NaivePattern> Group(int size) =>
        from n in Gen.Choose(1, 3)
        from branches in Gen.Frequency((5, Pattern(size / (n + 1))), (1, Gen.Constant<NaivePattern>(new NaiveSequence([])))).ArrayOf(n)
        from opening in Opening
        select (NaivePattern)new NaiveGroup(opening.Opening, opening.On, opening.Off, branches);

    private static IEnumerable<NaiveCase> Smaller(NaiveCase tried) =>
        tried.Texts.Length > 1
            ? tried.Texts.Select(t => tried with { Texts = [t] })
            : [.. tried.Pattern.Parts.Select(p => tried with { Pattern = p }), .. Shorter(tried.Texts[0]).Select(t => tried with { Texts = [t] })];

    private static IEnumerable<string> Shorter(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return runes.Select((_, without) => string.Concat(runes.Where((_, i) => i != without)));
    }

    private static string Written(int codePoint, int form) => form switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"\\x{{{codePoint:X}}}"),
        1 when codePoint < 256 => string.Create(CultureInfo.InvariantCulture, $"\\x{codePoint:x2}"),
        2 when codePoint < 128 => "\\" + Convert.ToString(codePoint, 8).PadLeft(3, '0'),
        3 when codePoint == '\n' => "\\n",
        3 when codePoint == '-' => "\\-",
        _ => char.ConvertFromUtf32(codePoint),
    };

    private static string InBrackets(int codePoint, int form) => codePoint == '-' ? "\\-" : Written(codePoint, form);

    private static NaiveOne[] Pair(string written, string negated, Func<int, bool> takes) => [new(written, takes, false), new(negated, takes, true)];

    private static bool IsWord(int codePoint) => codePoint == '_' || (codePoint < 128 && char.IsAsciiLetterOrDigit((char)codePoint));
}
