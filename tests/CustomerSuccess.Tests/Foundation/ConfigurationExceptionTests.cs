namespace CustomerSuccess.Tests.Foundation;

public sealed class ConfigurationExceptionTests
{
    [Fact]
    public void One_mistake_is_one_line_under_a_heading()
    {
        var exception = new ConfigurationException([new Diagnostic("SC010", "default/nps", "'nps' has no curve.", "Say how its values count.")]);

        Assert.Equal($"The configuration has 1 mistake:{Environment.NewLine}  SC010 default/nps: 'nps' has no curve. Say how its values count.", exception.Message);
    }

    [Fact]
    public void All_mistakes_are_in_the_message_and_in_the_data()
    {
        var exception = new ConfigurationException([new("A1", "a", "one.", "Do this."), new("B2", "b", "two.", "Do that.")]);

        Assert.Equal(["A1", "B2"], exception.Diagnostics.Select(d => d.Code));
        Assert.Equal($"The configuration has 2 mistakes:{Environment.NewLine}  A1 a: one. Do this.{Environment.NewLine}  B2 b: two. Do that.", exception.Message);
    }

    [Fact]
    public void A_diagnostic_leaves_nothing_empty() => Assert.Throws<ArgumentException>(() => new Diagnostic("A1", "a", "one.", " "));
}
