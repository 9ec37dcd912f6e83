namespace CustomerSuccess.Tests.Foundation;

public sealed class UnknownCauseTests
{
    [Theory]
    [InlineData(UnknownKind.NotGiven, "not given")]
    [InlineData(UnknownKind.NotANumber, "not a number")]
    [InlineData(UnknownKind.OutOfRange, "out of range")]
    [InlineData(UnknownKind.Expired, "expired")]
    [InlineData(UnknownKind.AgeNotGiven, "age not given")]
    [InlineData(UnknownKind.UnknownCategory, "not a declared category")]
    [InlineData(UnknownKind.ReaderFailed, "reader failed")]
    [InlineData(UnknownKind.NotDeclared, "not declared")]
    public void Every_kind_has_its_words(UnknownKind kind, string words)
    {
        Assert.Equal($"nps: {words}", new UnknownCause("nps", kind).ToString());
        Assert.Equal($"nps: {words}: so it is", new UnknownCause("nps", kind, "so it is").ToString());
    }

    [Fact]
    public void A_stated_reason_stands_by_itself() => Assert.Equal("nps: asked in vain", new UnknownCause("nps", UnknownKind.Stated, "asked in vain").ToString());

    [Fact]
    public void A_cause_has_a_subject() => Assert.Throws<ArgumentException>(() => new UnknownCause(" ", UnknownKind.NotGiven));
}
