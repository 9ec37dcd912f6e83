using System.Globalization;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>The tests run a second time in another culture and time zone; these make sure that they really do.</summary>
public sealed class EnvironmentTests
{
    [SkippableFact]
    public void The_culture_is_the_one_that_was_asked_for()
    {
        var expected = Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_EXPECT_CULTURE");
        Skip.If(string.IsNullOrEmpty(expected), "No culture was asked for.");
        Assert.Equal(expected, CultureInfo.CurrentCulture.Name);
        Assert.Equal(CultureInfo.GetCultureInfo(expected).NumberFormat.NumberDecimalSeparator, 1.5.ToString("0.0", CultureInfo.CurrentCulture)[1..2]);
    }

    [SkippableFact]
    public void The_time_zone_is_the_one_that_was_asked_for()
    {
        var expected = Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_EXPECT_TIME_ZONE");
        Skip.If(string.IsNullOrEmpty(expected), "No time zone was asked for.");
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(expected).BaseUtcOffset, TimeZoneInfo.Local.BaseUtcOffset);
    }
}
