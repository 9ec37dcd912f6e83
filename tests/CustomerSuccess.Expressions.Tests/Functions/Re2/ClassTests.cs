using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>Classes in brackets, of Perl, of POSIX and of Unicode, by code points.</summary>
public sealed class ClassTests
{
    [Theory]
    [InlineData("^[abc]$", "b", true)]
    [InlineData("^[a-c]$", "d", false)]
    [InlineData("^[^a-c]$", "d", true)]
    [InlineData("^[^a-c]$", "\n", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^[^]a]$", "]", false)]
    [InlineData("^[a-]+$", "a-", true)]
    [InlineData("^[-a]+$", "-a", true)]
    [InlineData("^[a-c-e]+$", "b-e", true)]
    [InlineData("^[a-c-e]+$", "d", false)]
    [InlineData("^[a^]+$", "^a", true)]
    [InlineData("^[.*+?(){}|$]+$", ".*+?(){}|$", true)]
    [InlineData("^[\\]\\-\\\\]+$", "]-\\", true)]
    [InlineData("^[\\n\\t\\x41\\101\\x{1F600}]+$", "\n\tA😀", true)]
    [InlineData("^[\\d-]+$", "1-", true)]
    [InlineData("^[\\d-z]+$", "1-z", true)]
    [InlineData("^[[]$", "[", true)]
    [InlineData("^[[:]+$", "[:", true)]
    [InlineData("^[:alpha:]+$", "alp:h", true)]
    [InlineData("^[😀-😃]$", "😁", true)]
    [InlineData("^[😀-😃]$", "😄", false)]
    [InlineData("^[^😀-😃]$", "😁", false)]
    [InlineData("^[^😀-😃]$", "😄", true)]
    [InlineData("^[a-😀]$", "\uFFFD", true)]
    [InlineData("^[a-😀]$", "😁", false)]
    [InlineData("^[\\x{FFFF}-\\x{10000}]$", "\U00010000", true)]
    [InlineData("^[\\x{FFFF}-\\x{10000}]$", "\U00010001", false)]
    [InlineData("^[\\x{103FF}-\\x{10800}]$", "\U00010400", true)]
    [InlineData("^[\\x{103FF}-\\x{10800}]$", "\U00010801", false)]
    [InlineData("^[^\\x00-\\x{10FFFF}]$", "a", false)]
    [InlineData("^[\\x00-\\x{10FFFF}]$", "\n", true)]
    public void In_brackets(string pattern, string text, bool expected) => Assert.Equal(expected, Matching.IsMatch(pattern, text));

    [Theory]
    [InlineData("^\\d+$", "0189", true)]
    [InlineData("^\\d$", "٣", false)]
    [InlineData("^\\D$", "٣", true)]
    [InlineData("^\\D$", "3", false)]
    [InlineData("^\\w+$", "aZ_9", true)]
    [InlineData("^\\w$", "é", false)]
    [InlineData("^\\W$", "é", true)]
    [InlineData("^\\s+$", " \t\n\f\r", true)]
    [InlineData("^\\s$", "\v", false)]
    [InlineData("^\\s$", "\u00A0", false)]
    [InlineData("^\\S$", "\u00A0", true)]
    [InlineData("^[\\w.]+$", "a.b", true)]
    [InlineData("^[^\\w]$", "é", true)]
    [InlineData("^[\\W_]$", "_", true)]
    [InlineData("^[^\\W_]$", "_", false)]
    [InlineData("^[^\\W_]$", "a", true)]
    [InlineData("^[\\d\\D]$", "\n", true)]
    [InlineData("^[^\\d\\D]$", "1", false)]
    public void Of_Perl_are_ascii(string pattern, string text, bool expected) => Assert.Equal(expected, Matching.IsMatch(pattern, text));

    [Theory]
    [InlineData("alnum", "09AZaz", "_é")]
    [InlineData("alpha", "AZaz", "0_é")]
    [InlineData("ascii", "\0a\x7f", "\u0080é")]
    [InlineData("blank", "\t ", "\n\u00A0")]
    [InlineData("cntrl", "\0\x1f\x7f", " \u0080")]
    [InlineData("digit", "09", "a٣")]
    [InlineData("graph", "!~a", " \x7f")]
    [InlineData("lower", "az", "Aé")]
    [InlineData("print", " ~a", "\t\x7f")]
    [InlineData("punct", "!/:@[`{~_", "a0 ")]
    [InlineData("space", "\t\n\v\f\r ", "\u0085\u00A0")]
    [InlineData("upper", "AZ", "aÉ")]
    [InlineData("word", "_09AZaz", "-é")]
    [InlineData("xdigit", "09afAF", "gG")]
    public void Of_Posix_are_ascii(string name, string inside, string outside)
    {
        Assert.True(Matching.IsMatch($"^[[:{name}:]]+$", inside));
        Assert.True(Matching.IsMatch($"^[[:^{name}:]]+$", outside));
        Assert.True(Matching.IsMatch($"^[^[:{name}:]]+$", outside));
        Assert.False(Matching.IsMatch($"[[:{name}:]]", outside));
        Assert.False(Matching.IsMatch($"[[:^{name}:]]", inside));
        Assert.True(Matching.IsMatch($"^[[:{name}:]{outside}]+$", inside + outside));
    }

    [Theory]
    [InlineData("^\\pN+$", "1٣Ⅷ½", true)]
    [InlineData("^\\pNx$", "1x", true)]
    [InlineData("^\\PN$", "a", true)]
    [InlineData("^\\p{Nd}+$", "1٣\U0001D7CE", true)]
    [InlineData("^\\p{Nd}$", "Ⅷ", false)]
    [InlineData("^\\pL+$", "aéЖ日\U00020000", true)]
    [InlineData("^\\p{L}$", "1", false)]
    [InlineData("^\\p{^L}$", "1", true)]
    [InlineData("^\\P{^L}$", "a", true)]
    [InlineData("^\\P{L}$", "a", false)]
    [InlineData("^\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Lo}$", "Aaǅʰ日", true)]
    [InlineData("^\\p{Mn}\\p{Mc}\\p{Me}$", "\u0301\u0903\u20DD", true)]
    [InlineData("^\\p{Pc}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}$", "_-()«»!", true)]
    [InlineData("^\\p{Sm}\\p{Sc}\\p{Sk}\\p{So}$", "+€^©", true)]
    [InlineData("^\\p{Zs}\\p{Zl}\\p{Zp}$", " \u2028\u2029", true)]
    [InlineData("^\\p{Cc}\\p{Cf}\\p{Co}$", "\n\u00AD\uE000", true)]
    [InlineData("^\\pC$", "\u0378", false)]
    [InlineData("^\\pM\\pP\\pS\\pZ\\pC$", "\u0301!+ \0", true)]
    [InlineData("^\\p{Any}+$", "a\n😀", true)]
    [InlineData("\\P{Any}", "a", false)]
    [InlineData("^[\\p{Lu}\\d]+$", "É1", true)]
    [InlineData("^[^\\p{Lu}\\d]+$", "é-", true)]
    [InlineData("^[\\PL]$", "a", false)]
    [InlineData("^\\p{So}$", "😀", true)]
    public void Of_Unicode_by_general_category(string pattern, string text, bool expected) => Assert.Equal(expected, Matching.IsMatch(pattern, text));

    [Theory]
    [InlineData("Latin", "aZéßﬁ", "αж1 ")]
    [InlineData("Greek", "αΩἀϗ", "aж")]
    [InlineData("Cyrillic", "жЯѣ", "aα")]
    [InlineData("Armenian", "աՖ", "aא")]
    [InlineData("Hebrew", "אתﬠ", "ع")]
    [InlineData("Arabic", "عيﷺ", "،א")]
    [InlineData("Devanagari", "अह", "অ")]
    [InlineData("Bengali", "অ", "अ")]
    [InlineData("Thai", "กฮ", "฿ລ")]
    [InlineData("Han", "日本々\U00020000", "あ")]
    [InlineData("Hiragana", "あん", "ア日")]
    [InlineData("Katakana", "アンｱ", "ーあ")]
    [InlineData("Hangul", "한글ᄀ", "日")]
    [InlineData("Georgian", "აჰ", "ж")]
    [InlineData("Old_Italic", "\U00010300", "a")]
    [InlineData("Common", "1 ,ー😀", "aα")]
    [InlineData("Inherited", "\u0301", "a1")]
    public void Of_Unicode_by_script(string script, string inside, string outside)
    {
        Assert.True(Matching.IsMatch($"^\\p{{{script}}}+$", inside));
        Assert.True(Matching.IsMatch($"^\\p{{^{script}}}+$", outside));
        Assert.False(Matching.IsMatch($"\\p{{{script}}}", outside));
        Assert.False(Matching.IsMatch($"\\P{{{script}}}", inside));
    }

    [Fact]
    public void Half_a_character_is_a_code_point_of_its_own()
    {
        Assert.True(Matching.IsMatch("^.$", "\ud83d"));
        Assert.True(Matching.IsMatch("^..$", "\ude00\ud83d"));
        Assert.True(Matching.IsMatch("^\\x{D83D}.$", "\ud83d\ud83d"));
        Assert.True(Matching.IsMatch("^\\p{Cs}$", "\udfff"));
        Assert.False(Matching.IsMatch("\\x{D83D}|\\x{DE00}|\\p{Cs}", "😀"));
        Assert.False(Matching.IsMatch("\\x{FFFD}", "\ud83d"));
    }
}
