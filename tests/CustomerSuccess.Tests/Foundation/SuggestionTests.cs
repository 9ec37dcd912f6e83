namespace CustomerSuccess.Tests.Foundation;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("npss", "Did you mean 'nps'?")]
    [InlineData("NPS", "Did you mean 'nps'?")]
    [InlineData("severe isues", "Did you mean 'severe issues'?")]
    [InlineData("revenue", "Known: 'nps', 'seats', 'severe issues'.")]
    public void A_near_name_is_suggested_and_otherwise_all_are_listed(string name, string expected) =>
        Assert.Equal(expected, Suggestion.For(name, ["severe issues", "nps", "seats"]));

    [Fact]
    public void Of_many_names_the_first_are_listed() =>
        Assert.EndsWith("'name 11', …", Suggestion.For("zzzzzzzz", [.. Enumerable.Range(0, 40).Select(i => $"name {i:00}")]).TrimEnd('.'), StringComparison.Ordinal);

    [Fact]
    public void Where_there_is_none_it_says_so() => Assert.Equal("There is none yet.", Suggestion.For("nps", []));
}
