using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

public sealed class AppropriateExperienceTests
{
    [Fact]
    [Requirement("SEG-1")]
    public void An_experience_is_a_typed_object_of_coverage_channels_work_cadence_and_skills()
    {
        var experience = Full();

        Assert.Equal(ExperienceCoverage.HighTouch, experience.Coverage);
        Assert.Equal(["call", "email", "in-app"], experience.Channels);
        Assert.Equal(["onboarding", "quarterly review"], experience.ByPeople);
        Assert.Equal(["welcome mail"], experience.Automatic);
        Assert.Equal(TimeSpan.FromDays(14), experience.ContactEvery);
        Assert.Equal(TimeSpan.FromDays(90), experience.ReviewEvery);
        Assert.Equal(["integration", "French"], experience.Skills);
        Assert.Equal("HighTouch by call, email, in-app", experience.ToString());
        Assert.Equal(["HighTouch", "LowTouch", "TechTouch", "SelfServe"], Enum.GetNames<ExperienceCoverage>());
    }

    [Fact]
    public void What_is_not_stated_is_nothing()
    {
        var experience = new AppropriateExperience { Coverage = ExperienceCoverage.SelfServe };

        Assert.Empty(experience.Channels.Concat(experience.ByPeople).Concat(experience.Automatic).Concat(experience.Skills));
        Assert.Null(experience.ContactEvery ?? experience.ReviewEvery);
        Assert.Equal("SelfServe", experience.ToString());
    }

    [Fact]
    public void Experiences_are_equal_by_content()
    {
        Assert.Equal(Full(), Full());
        Assert.Equal(Full().GetHashCode(), Full().GetHashCode());
        AppropriateExperience[] others =
        [
            Full() with { Coverage = ExperienceCoverage.LowTouch },
            Full() with { Channels = ["email", "call", "in-app"] },
            Full() with { Channels = ["call", "email"] },
            Full() with { ByPeople = [] },
            Full() with { Automatic = ["Welcome mail"] },
            Full() with { ContactEvery = null },
            Full() with { ReviewEvery = TimeSpan.FromDays(91) },
            Full() with { Skills = ["French", "integration"] },
        ];
        Assert.All(others, o => Assert.NotEqual(Full(), o));
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void It_does_not_change_with_the_lists_it_was_made_of()
    {
        string[] channels = ["call", "email"];
        var experience = new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Channels = channels };
        channels[0] = "fax";

        Assert.Equal(["call", "email"], experience.Channels);
        Assert.Throws<NotSupportedException>(() => ((IList<string>)experience.Channels)[0] = "fax");
    }

    [Fact]
    public void A_word_that_is_empty_half_a_character_or_there_twice_is_refused()
    {
        foreach (var word in new[] { "", " ", null, "call", "half \uD83D of a smile", "\uDE00" })
        {
            Assert.Throws<ArgumentException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Channels = ["call", word!] });
            Assert.Throws<ArgumentException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, ByPeople = ["call", word!] });
            Assert.Throws<ArgumentException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Automatic = ["call", word!] });
            Assert.Throws<ArgumentException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Skills = ["call", word!] });
        }
    }

    [Fact]
    public void A_word_of_whole_characters_is_taken() =>
        Assert.Equal(["😀", "電話"], new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Channels = ["😀", "電話"] }.Channels);

    [Fact]
    public void A_cadence_is_above_zero_and_a_coverage_one_of_the_four()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, ContactEvery = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, ReviewEvery = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AppropriateExperience { Coverage = (ExperienceCoverage)4 });
        Assert.Throws<ArgumentNullException>(() => new AppropriateExperience { Coverage = ExperienceCoverage.LowTouch, Skills = null! });
    }

    private static AppropriateExperience Full() => new()
    {
        Coverage = ExperienceCoverage.HighTouch,
        Channels = ["call", "email", "in-app"],
        ByPeople = ["onboarding", "quarterly review"],
        Automatic = ["welcome mail"],
        ContactEvery = TimeSpan.FromDays(14),
        ReviewEvery = TimeSpan.FromDays(90),
        Skills = ["integration", "French"],
    };
}
