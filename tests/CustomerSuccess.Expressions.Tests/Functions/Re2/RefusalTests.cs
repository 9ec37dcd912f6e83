using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>What is no pattern of RE2 is refused, with what is wrong and where.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("(", "the group is not closed with ')', at character 1")]
    [InlineData("a(b(c)", "the group is not closed with ')', at character 2")]
    [InlineData("a)", "')' without a '(', at character 2")]
    [InlineData("a)b(", "')' without a '(', at character 2")]
    [InlineData("😀😀)", "')' without a '(', at character 3")]
    [InlineData("(?i", "the group is not closed with ')', at character 1")]
    [InlineData("(?i:a", "the group is not closed with ')', at character 1")]
    [InlineData("[a", "the class is not closed with ']', at character 1")]
    [InlineData("x[]", "the class is not closed with ']', at character 2")]
    [InlineData("x[^]", "the class is not closed with ']', at character 2")]
    [InlineData("[a-", "the class is not closed with ']', at character 1")]
    [InlineData("[[:alpha:]", "the class is not closed with ']', at character 1")]
    [InlineData("[z-a]", "bad range of a class 'z-a': its ends are the wrong way round, at character 2")]
    [InlineData("[a-\\d]", "bad escape '\\d', at character 4")]
    [InlineData("[[:foo:]]", "no class has the name '[:foo:]', at character 2")]
    [InlineData("[[:^Alpha:]]", "no class has the name '[:^Alpha:]', at character 2")]
    [InlineData("\\p{Foo}", "no general category and no script has the name '\\p{Foo}', at character 1")]
    [InlineData("[\\p{greek}]", "no general category and no script has the name '\\p{greek}', at character 2")]
    [InlineData("\\p{InBasicLatin}", "no general category and no script has the name '\\p{InBasicLatin}', at character 1")]
    [InlineData("\\p{Cn}", "no general category and no script has the name '\\p{Cn}', at character 1")]
    [InlineData("\\p{}", "no general category and no script has the name '\\p{}', at character 1")]
    [InlineData("\\pX", "no general category and no script has the name '\\pX', at character 1")]
    [InlineData("a\\p", "a class of Unicode without a name, at character 2")]
    [InlineData("a\\p{L", "the name of a class is not closed with '}', at character 2")]
    [InlineData("a\\", "a '\\' at the end, at character 2")]
    [InlineData("a\\y", "bad escape '\\y', at character 2")]
    [InlineData("\\é", "bad escape '\\é', at character 1")]
    [InlineData("\\E", "bad escape '\\E', at character 1")]
    [InlineData("[\\b]", "bad escape '\\b', at character 2")]
    [InlineData("[\\Q]", "bad escape '\\Q', at character 2")]
    [InlineData("\\x", "bad escape '\\x': \\x stands before two hexadecimal digits, or up to 10FFFF in braces, at character 1")]
    [InlineData("\\x4", "bad escape '\\x4': \\x stands before two hexadecimal digits, or up to 10FFFF in braces, at character 1")]
    [InlineData("\\x{}", "bad escape '\\x{': \\x stands before two hexadecimal digits, or up to 10FFFF in braces, at character 1")]
    [InlineData("\\x{110000}", "bad escape '\\x{110000': \\x stands before two hexadecimal digits, or up to 10FFFF in braces, at character 1")]
    [InlineData("\\x{FFFFFFFFFFFFFFFFFFFF}", "bad escape '\\x{FFFFFF': \\x stands before two hexadecimal digits, or up to 10FFFF in braces, at character 1")]
    public void What_is_broken(string pattern, string message) => Assert.Equal(message, Matching.Refusal(pattern));

    [Theory]
    [InlineData("*", "bad repetition operator '*': nothing stands before it, at character 1")]
    [InlineData("a|+b", "bad repetition operator '+': nothing stands before it, at character 3")]
    [InlineData("(?)", null)]
    [InlineData("(*a)", "bad repetition operator '*': nothing stands before it, at character 2")]
    [InlineData("(?i)?", "bad repetition operator '?': nothing stands before it, at character 5")]
    [InlineData("{2}", "bad repetition operator '{2}': nothing stands before it, at character 1")]
    [InlineData("a**", "bad repetition operator '**': a repetition is not repeated without a group, at character 2")]
    [InlineData("a+*", "bad repetition operator '+*': a repetition is not repeated without a group, at character 2")]
    [InlineData("a++", "bad repetition operator '++': a repetition is not repeated without a group, at character 2")]
    [InlineData("a???", "bad repetition operator '???': a repetition is not repeated without a group, at character 2")]
    [InlineData("a{2}{3}", "bad repetition operator '{2}{3}': a repetition is not repeated without a group, at character 2")]
    [InlineData("x{1001}", "bad repetition '{1001}': at most 1000 times, at character 2")]
    [InlineData("x{2,1001}", "bad repetition '{2,1001}': at most 1000 times, at character 2")]
    [InlineData("x{99999999999999}", "bad repetition '{99999999999999}': at most 1000 times, at character 2")]
    [InlineData("x{3,2}", "bad repetition '{3,2}': from more to less, at character 2")]
    [InlineData("x{1000}", null)]
    [InlineData("(x{10}){100}", null)]
    [InlineData("(x{10}){101}", "bad repetition '{101}': together with those inside it repeats more than 1000 times, at character 8")]
    [InlineData("(?:(?:x{10}){10}y){11,}", "bad repetition '{11,}': together with those inside it repeats more than 1000 times, at character 19")]
    [InlineData("(?:x{2,}|y){0,500}", null)]
    [InlineData("(?:x{2,}|y){0,501}", "bad repetition '{0,501}': together with those inside it repeats more than 1000 times, at character 12")]
    public void Repetitions_that_are_none(string pattern, string? message)
    {
        if (message is null)
        {
            Matching.IsMatch(pattern, "");
        }
        else
        {
            Assert.Equal(message, Matching.Refusal(pattern));
        }
    }

    [Theory]
    [InlineData("a(?=b)", "look-ahead is no part of RE2, at character 2")]
    [InlineData("a(?!b)", "look-ahead is no part of RE2, at character 2")]
    [InlineData("(?<=a)b", "look-behind is no part of RE2, at character 1")]
    [InlineData("(?<!a)b", "look-behind is no part of RE2, at character 1")]
    [InlineData("(?>a)", "an atomic group is no part of RE2, at character 1")]
    [InlineData("(?#a)", "a comment is no part of RE2, at character 1")]
    [InlineData("(?|a)", "a branch reset is no part of RE2, at character 1")]
    [InlineData("(?(1)a)", "a condition is no part of RE2, at character 1")]
    [InlineData("(?'n'a)", "a name in quotes is no part of RE2, at character 1")]
    [InlineData("(?P=n)", "a back-reference is no part of RE2, at character 1")]
    [InlineData("(?P>n)", "recursion is no part of RE2, at character 1")]
    [InlineData("(?R)", "recursion is no part of RE2, at character 1")]
    [InlineData("(a)\\1", "bad escape '\\1': a back-reference is no part of RE2, at character 4")]
    [InlineData("\\8", "bad escape '\\8': a back-reference is no part of RE2, at character 1")]
    [InlineData("a\\Z", "bad escape '\\Z': it is no part of RE2, at character 2")]
    [InlineData("\\G", "bad escape '\\G': it is no part of RE2, at character 1")]
    [InlineData("\\k<n>", "bad escape '\\k': it is no part of RE2, at character 1")]
    [InlineData("\\C", "bad escape '\\C': a single byte is not matched, texts are of characters, at character 1")]
    [InlineData("(?x)a", "after '(?' stand flags of i, m, s and U up to ':' or ')', or a name, at character 3")]
    [InlineData("(?i-x:a)", "after '(?' stand flags of i, m, s and U up to ':' or ')', or a name, at character 5")]
    [InlineData("(?i--s)a", "after '(?' stand flags of i, m, s and U up to ':' or ')', or a name, at character 5")]
    [InlineData("(?-)a", "a '-' without a flag, at character 1")]
    [InlineData("(?i-:a)", "a '-' without a flag, at character 1")]
    [InlineData("(?P<>a)", "the name of a group is letters, digits and '_' of ASCII between '<' and '>', at character 1")]
    [InlineData("(?P<n", "the name of a group is letters, digits and '_' of ASCII between '<' and '>', at character 1")]
    [InlineData("(?P<a b>a)", "the name of a group is letters, digits and '_' of ASCII between '<' and '>', at character 1")]
    [InlineData("(?<n-o>a)", "the name of a group is letters, digits and '_' of ASCII between '<' and '>', at character 1")]
    [InlineData("(?P<n>a)(?<n>b)", "a second group with the name 'n', at character 9")]
    public void What_other_engines_know(string pattern, string message) => Assert.Equal(message, Matching.Refusal(pattern));

    [Fact]
    public void Half_a_character_is_no_part_of_a_pattern()
    {
        Assert.Equal("half of a surrogate pair, at character 3", Matching.Refusal("😀a\ud83d"));
        Assert.Equal("half of a surrogate pair, at character 1", Matching.Refusal("\ude00\ud83d"));
    }

    [Fact]
    public void A_pattern_that_is_written_into_an_expression_is_a_mistake_when_it_is_checked()
    {
        var mistake = Assert.Single(CelEnvironment.Standard.TryCheck("'a'.matches('a(?=b)')", null, out _));
        Assert.Equal(("EX011", 1, 13), (mistake.Code, mistake.Line, mistake.Column));
        Assert.Equal("This is no pattern: look-ahead is no part of RE2, at character 2.", mistake.Message);
    }
}
