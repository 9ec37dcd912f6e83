using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Outlook;

public sealed class PlanOutlookTests
{
    private static readonly SuccessPlan Example = Plan(new PlanContent
    {
        Milestones = [new Milestone { Id = "live", Title = "The first team works in it", DueDay = 45, After = ["import", "train"] }, Reach("value", 120, "live")],
        Accountabilities =
        [
            new() { Id = "export", Title = "Export the old data", Party = PlanParty.Customer, Role = "admin", Owner = "contact-7", DueDay = 10 },
            OfVendor("import", 20, "export"),
            OfCustomer("train", 40, "import"),
        ],
        TeeUps = [new() { Id = "story", Title = "A public story", Kind = TeeUpKind.CaseStudy, Milestone = "value" }, new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" }],
    });

    [Fact]
    [Requirement("PLN-4")]
    public void What_is_expected_within_30_60_and_90_days_says_when_and_who()
    {
        var outlook = PlanOutlook.Of(Example.On(0));

        Assert.Equal(
            [
                "0-30: 2026-01-15 export Customer admin contact-7 → import; 2026-01-25 import Vendor → live,train",
                "30-60: 2026-02-14 train Customer → live; 2026-02-19 live → value",
                "60-90: ",
                "90-: 2026-05-05 value → ",
            ],
            outlook.Periods.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.AfterDays}-{p.ThroughDays}: ") + string.Join("; ", p.Entries.Select(Said))));
        Assert.Empty(outlook.StillOpen);
        Assert.Equal(new DateOnly(2026, 1, 5), outlook.AsOf);
    }

    [Fact]
    [Requirement("PLN-4")]
    public void What_is_overdue_stands_first_and_moves_what_waits_for_it()
    {
        var outlook = PlanOutlook.Of(Example.On(25));

        Assert.Equal(["export 2026-01-15 2026-01-30 ", "import 2026-01-25 2026-02-09 export"], outlook.StillOpen.Select(Waiting));

        // Ready on day 35 and planned for 20 days: day 55, and the milestone five days after that.
        Assert.Equal(["train 2026-02-14 2026-03-01 import"], outlook.Periods[0].Entries.Select(Waiting));
        Assert.Equal(["live 2026-02-19 2026-03-06 import,train"], outlook.Periods[1].Entries.Select(Waiting));
    }

    [Fact]
    [Requirement("PLN-4")]
    public void What_will_be_asked_stands_with_the_milestone_before_which_it_is_not()
    {
        Assert.Equal(["reference: not before 'live', about 2026-02-19", "story: not before 'value', about 2026-05-05"], PlanOutlook.Of(Example.On(0)).Asks.Select(a => a.ToString()));
        PlanEvent[] events = [Done("live", 30), new TeeUpAsked("ask", "plan", "acme", Day(31), "reference", "ann"), new TeeUpAnswered("answer", "plan", "acme", Day(32), "ask", TeeUpOutcome.Later)];
        Assert.Equal(["reference: from 2026-02-05", "story: not before 'value', about 2026-05-05"], PlanOutlook.Of(Example.On(31, events[0])).Asks.Select(a => a.ToString()));
        Assert.Equal(["story"], PlanOutlook.Of(Example.On(31, events[..2])).Asks.Select(a => a.TeeUp));
        Assert.Equal(["reference: from 2026-05-07", "story: not before 'value', about 2026-05-05"], PlanOutlook.Of(Example.On(40, events)).Asks.OrderBy(a => a.TeeUp, StringComparer.Ordinal).Select(a => a.ToString()));
    }

    [Fact]
    public void Any_set_of_days_will_do_and_no_other()
    {
        Assert.Equal([14, 45, null], PlanOutlook.Of(Example.On(0), 45, 14, 45).Periods.Select(p => p.ThroughDays));
        Assert.Equal(["2026-01-05 2026-01-19", "2026-01-20 2026-02-19", "2026-02-20 -"], PlanOutlook.Of(Example.On(0), 45, 14).Periods.Select(p => $"{p.From:yyyy-MM-dd} {(p.Through is { } t ? t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-")}"));
        Assert.Contains("State for instance 30, 60, 90.", Assert.Throws<ArgumentOutOfRangeException>(() => PlanOutlook.Of(Example.On(0), 30, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_is_not_ahead_and_what_is_not_known_is_to_be_confirmed()
    {
        Assert.DoesNotContain("export", Items(PlanOutlook.Of(Example.On(25, Done("export", 9)))));
        var plan = Plan(new PlanContent { Milestones = [new Milestone { Id = "live", DueDay = 30, Evidence = Fact.IsTrue("live") }] });
        var outlook = PlanOutlook.Of(plan.On(5));

        Assert.False(Assert.Single(outlook.Periods[0].Entries).IsKnown);
        Assert.Contains("**live (to be confirmed)**", outlook.ToMarkdown(), StringComparison.Ordinal);
        Assert.Empty(Items(PlanOutlook.Of(Plan(Reach("live", 30)).On(40, Done("live", 35)))));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(44)]
    [InlineData(300)]
    public void Every_open_item_stands_once_whatever_the_day(int day)
    {
        var outlook = PlanOutlook.Of(Example.On(day, Done("export", 9)), 7, 8, 90);

        Assert.Equal(day < 9 ? ["export", "import", "live", "train", "value"] : ["import", "live", "train", "value"], Items(outlook).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void As_Markdown_it_reads_without_names_and_with_them()
    {
        Assert.Equal(
            """
            # What lies ahead

            As of 2026-01-30.

            ## Still open

            | when | what | who | waits for | then |
            |---|---|---|---|---|
            | 2026-01-30 (agreed for 2026-01-15) | Export the old data | you (admin, Bo Li) |  | import |
            | 2026-02-09 (agreed for 2026-01-25) | import | we | Export the old data | The first team works in it, train |

            ## The next 30 days, to 2026-03-01

            | when | what | who | waits for | then |
            |---|---|---|---|---|
            | 2026-03-01 (agreed for 2026-02-14) | train | you | import | The first team works in it |

            ## Days 31 to 60, to 2026-03-31

            | when | what | who | waits for | then |
            |---|---|---|---|---|
            | 2026-03-06 (agreed for 2026-02-19) | **The first team works in it** |  | import, train | value |

            ## After 2026-04-30

            | when | what | who | waits for | then |
            |---|---|---|---|---|
            | 2026-05-20 (agreed for 2026-05-05) | **value** |  | The first team works in it |  |

            ## What we will ask you for

            - reference: not before "The first team works in it" is reached, expected on 2026-03-06
            - A public story: not before "value" is reached, expected on 2026-05-20

            """.ReplaceLineEndings("\n"),
            PlanOutlook.Of(Example.On(25)).ToMarkdown(new() { Names = id => id == "contact-7" ? "Bo Li" : null }));
        Assert.Contains("you (admin, contact-7)", PlanOutlook.Of(Example.On(25)).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("PLN-4")]
    public void The_page_for_a_mail_is_well_formed_loads_nothing_and_escapes_what_the_plan_says()
    {
        var plan = Plan(new PlanContent { Milestones = [new Milestone { Id = "x", Title = "<script>alert('1')</script> & \"more\"\u0001", DueDay = 10 }] });
        var html = PlanOutlook.Of(plan.On(0)).ToHtml(new() { Title = "</title><b>", Culture = CultureInfo.GetCultureInfo("de-DE") });
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal));

        Assert.Equal("de-DE", page.Root!.Attribute("lang")!.Value);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal("<script>alert('1')</script> & \"more\" ", page.Descendants("strong").Single().Value);
        Assert.Contains("15. Januar 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_beyond_the_calendar_of_a_culture_is_one_of_ISO_8601()
    {
        var markdown = PlanOutlook.Of(Plan(Reach("live", 90_000)).On(0)).ToMarkdown(new() { Culture = CultureInfo.GetCultureInfo("ar-SA") });

        Assert.Contains("| 2272-06-04 |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-01-05", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Markdown_what_the_plan_says_is_no_mark()
    {
        var plan = Plan(new PlanContent { Milestones = [new Milestone { Id = "x", Title = "# a | b\n[c](d) *e* 2026-01 <f>", DueDay = 10 }] });

        Assert.Contains(@"**\# a \| b \[c\]\(d) \*e\* 2026-01 \<f\>**", PlanOutlook.Of(plan.On(0)).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_it_has_ids_and_dates_of_ISO_8601()
    {
        using var json = JsonDocument.Parse(PlanOutlook.Of(Example.On(25)).ToJson());

        Assert.Equal("2026-01-30", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("contact-7", json.RootElement.GetProperty("stillOpen")[0].GetProperty("owner").GetString());
        Assert.Equal("2026-02-19", json.RootElement.GetProperty("periods")[1].GetProperty("entries")[0].GetProperty("dueOn").GetString());
        Assert.Equal("Reached", json.RootElement.GetProperty("asks")[0].GetProperty("needs").GetString());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void It_is_the_same_in_every_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var (markdown, html, json) = (PlanOutlook.Of(Example.On(25)).ToMarkdown(), PlanOutlook.Of(Example.On(25)).ToHtml(), PlanOutlook.Of(Example.On(25)).ToJson());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var outlook = PlanOutlook.Of(Example.On(25));
            Assert.Equal((markdown, html, json), (outlook.ToMarkdown(), outlook.ToHtml(), outlook.ToJson()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_of_the_ledger_is_in_it()
    {
        var outlook = PlanOutlook.Of(Example.On(60, new AccountabilityExcused("e", "plan", "acme", Day(12), "export", "ann", "the secret reason")));

        foreach (var text in new[] { outlook.ToMarkdown(), outlook.ToHtml(), outlook.ToJson() })
        {
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("late", text.Replace("template", "", StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("fail", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("excuse", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<string> Items(PlanOutlook outlook) => outlook.StillOpen.Concat(outlook.Periods.SelectMany(p => p.Entries)).Select(e => e.Item);

    private static string Said(OutlookEntry entry) => string.Join(" ", new[] { entry.ExpectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Item, entry.Party?.ToString(), entry.Role, entry.Owner, "→", string.Join(",", entry.Then) }.Where(t => t is not null));

    private static string Waiting(OutlookEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Item} {entry.DueOn:yyyy-MM-dd} {entry.ExpectedOn:yyyy-MM-dd} {string.Join(",", entry.WaitsFor)}");
}
