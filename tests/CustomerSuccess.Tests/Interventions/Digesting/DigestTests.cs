using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Digesting;

public class DigestTests
{
    [Fact]
    [Requirement("INT-14")]
    public async Task What_happened_and_what_waits_is_in_the_digest_of_the_owner_only()
    {
        var (scene, engine) = await Lived();
        var first = await engine.DigestOfAsync("csm-1", Day(0), Day(4));
        var second = await engine.DigestOfAsync("csm-1", Day(4), Day(30));

        Assert.Equal("csm-1: 1 waiting, 3 opened, 1 sent, 0 answered, 0 closed, 1 held back", first.ToString());
        Assert.Equal("big", Assert.Single(first.Waiting).CustomerId);
        Assert.Equal(SuppressionReason.Silenced, Assert.Single(first.HeldBack).Reason);
        Assert.Equal("csm-1: 1 waiting, 0 opened, 0 sent, 1 answered, 0 closed, 0 held back", second.ToString());
        Assert.True((await engine.DigestOfAsync("csm-2", Day(0), Day(30))).IsEmpty);
        Assert.Equal(["csm-1"], (await engine.DigestsAsync(Day(0), Day(4))).Select(d => d.OwnerId));
        Assert.Empty(await engine.DigestsAsync(Day(-9), Day(-8)));
        Assert.NotNull(scene);
    }

    [Fact]
    public async Task It_reads_as_a_page()
    {
        var (_, engine) = await Lived();

        Assert.Equal(
            """
            # Digest of csm-1, 2026-03-02 to 2026-03-06

            ## Waiting for you (1)

            - **big**, welcome: call to ann-big (2026-03-04)

            ## Opened (3)

            - **acme**, welcome: opened (2026-03-04)
            - **big**, welcome: opened (2026-03-04)
            - **quiet**, welcome: opened (2026-03-04)

            ## Sent (1)

            - **acme**, welcome: email to ann-acme (2026-03-04)

            ## Held back (1)

            - **quiet**, welcome: Silenced: silence 's': a freeze, until 2026-03-22 (2026-03-04)
            """,
            (await engine.DigestOfAsync("csm-1", Day(0), Day(4))).ToMarkdown());
        Assert.EndsWith("Nothing happened, and nothing waits.", (await engine.DigestOfAsync(null, Day(0), Day(4))).ToMarkdown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert(1)\</script\>")]
    [InlineData("a\n# title\r\n- x", @"a \# title  - x")]
    [InlineData("[x](http://evil)", @"\[x\](http\://evil)")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("a@b|c`d*e_f~g&amp;", @"a\@b\|c\`d\*e\_f\~g\&amp;")]
    [InlineData("\u202Eabc\u2028d", "abc d")]
    [InlineData("\u200B", "?")]
    public void Whatever_ids_hold_is_no_mark(string given, string expected) => Assert.Equal(expected, DigestMarkdown.Escaped(given));

    [Fact]
    public async Task An_end_before_the_beginning_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new RuleScene().Of(RuleSet.Of([])).DigestsAsync(Day(1), Day(0)));

    private static async Task<(RuleScene Scene, CustomerInterventions Engine)> Lived()
    {
        var scene = new RuleScene().Customer("acme").Customer("big", seats: 200).Customer("quiet");
        scene.Silences.Add(new Silence("s", Day(0), Day(20), "a freeze") { CustomerId = "quiet" });
        scene.Contacts.Add(new Interaction("acme", "i-1", Day(4.5)) { Direction = InteractionDirection.Inbound, ContactIds = ["ann-acme"] });
        var engine = scene.Of(null, Rule("welcome", Trigger.After(Anchor.CustomerSince, Days(2))));
        await engine.RunAsync(Day(0));
        await engine.RunAsync(Day(2));
        await engine.DeliverAsync(Day(2));
        await engine.RunAsync(Day(5));
        return (scene, engine);
    }
}
