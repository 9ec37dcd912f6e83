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

/// <summary>Random patterns of all that RE2 knows, and random short texts of the code points that they ask for.</summary>
internal static class NaivePatterns
{
    private static readonly Gen<int> CodePoint = Gen.Elements(NaivePattern.Alphabet);

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

    private static readonly Gen<NaiveOne> Literal = from c in CodePoint from form in Gen.Choose(0, 5) select NaiveOne.Literal(c, Written(c, form));

    // A '-' or a '^' between brackets would be read in another way.
    private static readonly Gen<NaiveOne> Range =
        from a in CodePoint from b in CodePoint from forms in Gen.Choose(0, 5).Two()
        let first = Math.Min(a, b) let last = Math.Max(a, b)
        select new NaiveOne(first == last ? InBrackets(first, forms.Item1) : $"{InBrackets(first, forms.Item1)}-{InBrackets(last, forms.Item2)}", c => c >= first && c <= last, false);

    private static readonly Gen<NaivePattern> Brackets =
        from isNegated in Gen.Elements(false, true) from items in Gen.OneOf(Range, Range, Named, Posix).NonEmptyListOf()
        select (NaivePattern)new NaiveBrackets(isNegated, [.. items.Take(4)]);

    private static readonly Gen<NaivePattern> Atom = Gen.Frequency(
        (6, Literal.Select(x => (NaivePattern)x)), (2, Named.Select(x => (NaivePattern)x)), (3, Brackets), (2, Gen.Constant<NaivePattern>(new NaiveDot())),
        (2, Gen.Elements("^", "$", "\\A", "\\z", "\\b", "\\B").Select(p => (NaivePattern)new NaivePlace(p))));

    private static readonly Gen<NaivePattern> Quote = CodePoint.ListOf().Select(c => (NaivePattern)new NaiveQuote([.. c.Take(3)]));

    private static readonly Gen<(string Opening, string On, string Off)> Opening = Gen.Elements(
        ("(", "", ""), ("(?:", "", ""), ("(?i:", "i", ""), ("(?m:", "m", ""), ("(?s:", "s", ""), ("(?U:", "", ""), ("(?ims:", "ims", ""), ("(?-i:", "", "i"), ("(?s-im:", "s", "im"), ("(?i)(?:", "i", ""));

    public static Arbitrary<NaiveCase> Arbitrary() => Arb.From(
        from pattern in Gen.Sized(size => Pattern(Math.Min(size, 25)))
        from texts in Text.ArrayOf(6)
        select new NaiveCase(pattern, texts),
        Smaller);

    private static Gen<string> Text =>
        CodePoint.ListOf().Select(c => string.Concat(c.Take(12).Select(char.ConvertFromUtf32)));

    private static Gen<NaivePattern> Pattern(int size) => size <= 1 ? Atom : Gen.Frequency(
        (2, Atom),
        (1, Quote),
        (4, from parts in Gen.Choose(2, 4).SelectMany(n => Pattern(size / n).ArrayOf(n)) select (NaivePattern)new NaiveSequence(parts)),
        (3, Group(size)),
        (3, from part in Gen.OneOf(Group(size), Literal.Select(x => (NaivePattern)x), Brackets) from least in Gen.Elements(0, 0, 1, 1, 2, 3) from most in Gen.Elements<int?>(null, null, 0, 1, 3)
            from isLazy in Gen.Elements(false, true) select (NaivePattern)new NaiveRepetition(part, least, most + least, isLazy)));

    private static Gen<NaivePattern> Group(int size) =>
        from n in Gen.Choose(1, 3) from branches in Gen.Frequency((5, Pattern(size / (n + 1))), (1, Gen.Constant<NaivePattern>(new NaiveSequence([])))).ArrayOf(n) from opening in Opening
        select (NaivePattern)(opening.Opening == "(?i)(?:"
            ? new NaiveGroup("(?:(?i)", "i", "", branches)
            : new NaiveGroup(opening.Opening, opening.On, opening.Off, branches));

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
