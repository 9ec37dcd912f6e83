namespace CustomerSuccess.Tests.Foundation;

public sealed class CanonicalJsonTests
{
    [Theory]
    // RFC 8785, appendix B: the bits of a double and how it is written.
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_the_standard_lists_them(ulong bits, string expected) =>
        Assert.Equal(expected, CanonicalJson.Number(BitConverter.UInt64BitsToDouble(bits)));

    [Theory]
    // RFC 8785, section 3.2.2.
    [InlineData(333333333.33333329, "333333333.3333333")]
    [InlineData(1E30, "1e+30")]
    [InlineData(4.50, "4.5")]
    [InlineData(2e-3, "0.002")]
    [InlineData(0.000000000000000000000000001, "1e-27")]
    [InlineData(100, "100")]
    [InlineData(-0.5, "-0.5")]
    public void Other_numbers_are_written_as_short_as_they_can_be(double number, string expected) =>
        Assert.Equal(expected, CanonicalJson.Number(number));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NaN_and_infinities_are_errors(double number) =>
        Assert.Throws<ArgumentException>(() => CanonicalJson.Number(number));

    [Fact]
    public void Strings_have_the_escapes_of_the_standard_and_no_others() =>
        Assert.Equal("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", CanonicalJson.Write("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/"));

    [Fact]
    public void Control_characters_with_a_short_escape_use_it() =>
        Assert.Equal("\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\"", CanonicalJson.Write("\b\f\n\r\t\0\u001f\u007f"));

    [Fact]
    public void Properties_are_sorted_by_UTF_16_code_units() =>
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.Write(new Dictionary<string, object?>
            {
                ["\u20ac"] = "Euro Sign",
                ["\r"] = "Carriage Return",
                ["\ufb33"] = "Hebrew Letter Dalet With Dagesh",
                ["1"] = "One",
                ["\ud83d\ude00"] = "Emoji: Grinning Face",
                ["\u0080"] = "Control",
                ["\u00f6"] = "Latin Small Letter O With Diaeresis",
            }));

    [Fact]
    public void Nothing_stands_between_the_parts_and_nulls_are_left_out() =>
        Assert.Equal(
            "{\"a\":[1,true,\"x\",{}],\"b\":false,\"d\":7}",
            CanonicalJson.Write(new Dictionary<string, object?> { ["b"] = false, ["c"] = null, ["d"] = 7, ["a"] = new List<object> { 1d, true, "x", new Dictionary<string, object?>() } }));

    [Fact]
    public void The_hash_is_the_SHA_256_of_the_UTF_8_text() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalJson.Hash(new Dictionary<string, object?>()));

    [Fact]
    public void What_has_no_JSON_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => CanonicalJson.Write(1.5m));
}
