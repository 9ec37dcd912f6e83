using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Remarks that hint at growth.</summary>
[Requirement("EXP-5")]
public sealed class ExpansionLeadTests
{
    [Fact]
    public void A_remark_is_kept_with_its_source_its_author_and_its_status_over_time()
    {
        var source = LeadSource.Interaction("i2");
        var log = Log()
            .Add(new ExpansionLead("acme", "l1", "wants more seats", source, Day.AddDays(-45)) { Author = "csm-1" })
            .Add(new ExpansionLead("acme", "l1", "wants more seats", source, Day.AddDays(-30)) { Author = "csm-1", Status = LeadStatus.Qualified })
            .Add(new ExpansionLead("acme", "l1", "wants more seats", source, Day.AddDays(-5)) { Author = "csm-1", Status = LeadStatus.Won, RecordedAt = Day.AddDays(1) });

        var lead = Assert.Single(Facts(log).Contacts.Leads!);
        Assert.Equal(("wants more seats", "csm-1", LeadStatus.Qualified, "interaction i2"), (lead.Remark, lead.Author, lead.Status, $"{lead.Source}"));
        Assert.Equal("l1: Qualified lead at acme, from interaction i2", lead.ToString());
        Assert.Equal([LeadStatus.New, LeadStatus.Qualified, LeadStatus.Won], Facts(log, Day.AddDays(1)).Contacts.LeadHistory("l1").Select(l => l.Status));
        Assert.Empty(Facts(log, Day.AddDays(-46)).Contacts.Leads!);
        Assert.Contains(lead.Source.Reference, Facts(log).Contacts.Interactions!.Select(i => i.Id));
    }

    [Fact]
    public void A_source_is_an_interaction_a_contact_a_signal_or_a_text_and_never_nothing()
    {
        Assert.Equal(["interaction i", "contact c", "signal s", "a text"], new[] { LeadSource.Interaction("i"), LeadSource.Contact("c"), LeadSource.Signal("s"), LeadSource.Text("the press") }.Select(s => $"{s}"));
        Assert.Throws<ArgumentException>(() => LeadSource.Interaction(""));
        Assert.Throws<ArgumentException>(() => new ExpansionLead("acme", "l", " ", LeadSource.Text("x"), Day));
        Assert.Throws<ArgumentNullException>(() => new ExpansionLead("acme", "l", "x", null!, Day));
        Assert.Throws<ArgumentException>(() => new ExpansionLead("acme", "l", "x", LeadSource.Text("x"), Day) { Status = (LeadStatus)77 });
    }
}
