using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>V3: GitLab's licence use by months since the start, as published and mended.</summary>
[Requirement("HLT-3")]
[Requirement("HLT-21")]
public sealed class LicenceTable
{
    private static readonly double?[,] Cells = { { 0, 0, 0 }, { 50, 0, 0 }, { 100, 50, 0 }, { 100, 100, 100 } };

    [Fact]
    [Requirement("HLT-19")]
    public void Entered_literally_each_gap_and_the_one_overlap_is_named_with_its_axis()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("GitLab")
            .Table("licence use", t => t
                .Rows(use => use.Unit("%").Valid(0, 100).Ranges("[0, 10)", "[10, 50]", "[51, 75]", "(75, 100]"))
                .Columns(months => months.Unit("months").Valid(0, double.PositiveInfinity).Ranges("[2, 6]", "[6, 9]", "(9, inf)"))
                .Cells(Cells))
            .Build());

        Assert.Equal(
            [
                "SC019 GitLab/licence use/rows: The rows leave a gap: (50, 51) has no points.",
                "SC019 GitLab/licence use/columns: The columns leave a gap: [0, 2) has no points.",
                "SC020 GitLab/licence use/columns: Two columns overlap: [2, 6] and [6, 9] both hold 6.",
            ],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Path}: {d.Message}"));
    }

    [Theory]
    [InlineData(9.99d, 3d, 0d)]
    [InlineData(10d, 3d, 50d)]
    [InlineData(50d, 3d, 50d)]
    [InlineData(50.5d, 3d, 100d)]
    [InlineData(60d, 6d, 50d)]
    [InlineData(60d, 9d, 50d)]
    [InlineData(60d, 9.1d, 0d)]
    [InlineData(75d, 12d, 0d)]
    [InlineData(76d, 12d, 100d)]
    [InlineData(60d, 0.5d, null)]
    [InlineData(101d, 3d, null)]
    [InlineData(60d, -1d, null)]
    public void Mended_it_gives_the_published_colours_and_nothing_in_the_first_month(double use, double months, double? expected)
    {
        var score = Mended().Score(new Account(use, months), Instants.AsOf);

        Assert.Equal(expected, score.Value);
        Assert.Equal(expected is null ? 0 : 1, score.Coverage);
    }

    [Theory]
    [InlineData(60d, 0.5d, "out of range: 60 % by 0.5 months has no points")]
    [InlineData(101d, 3d, "out of range: 101 % is not in [0, 100]")]
    [InlineData(60d, -1d, "out of range: -1 months is not in [0, inf)")]
    [InlineData(null, 3d, "not given")]
    [InlineData(60d, null, "not given: the second number, 'licence use.by'")]
    [InlineData(60d, double.NaN, "not a number")]
    public void Where_it_gives_nothing_it_says_which_number_is_to_blame(double? use, double? months, string reason) =>
        Assert.Equal(reason, Mended().Score(new Account(use, months), Instants.AsOf).Line("licence use").Cause!.Reason);

    [Fact]
    [Requirement("HLT-15")]
    public void A_line_shows_both_numbers() => Assert.Equal(
        "50.0 Yellow    100 % known\n  licence use  62 % by 7 months → 50      50.0",
        Mended().Score(new Account(62, 7), Instants.AsOf).Explain());

    // Up to one month there are no points; 50 to 51 and 1 to 2 belong to the range above.
    private static Scorecard<Account> Mended() => Scorecard.For<Account>("GitLab")
        .Table("licence use", a => a.Use, a => a.Months, t => t
            .Rows(use => use.Unit("%").Valid(0, 100).Ranges("[0, 10)", "[10, 50]", "(50, 75]", "(75, 100]"))
            .Columns(months => months.Unit("months").Valid(0, double.PositiveInfinity).Ranges("[0, 1)", "[1, 6)", "[6, 9]", "(9, inf)"))
            .Cells(new double?[,] { { null, 0, 0, 0 }, { null, 50, 0, 0 }, { null, 100, 50, 0 }, { null, 100, 100, 100 } }))
        .Build();

    private sealed record Account(double? Use, double? Months);
}
