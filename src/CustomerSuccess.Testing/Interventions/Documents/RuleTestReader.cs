using CustomerSuccess.Interventions;

namespace CustomerSuccess.Testing;

/// <summary>Reads documents of tests.</summary>
internal static class RuleTestReader
{
    private const int CyclesAtMost = 10_000;

    public static IReadOnlyList<RuleTestCase> Read(IReadOnlyList<ConfigurationDocument> documents, RuleSet rules)
    {
        var (mistakes, all) = (new TestMistakes(), new List<RuleTestCase>());
        foreach (var document in documents)
        {
            if (TestDocumentParser.Parse(document, mistakes) is not { } node || TestReader.Of(node, document.Name, mistakes) is not { } top)
            {
                continue;
            }

            Header(top);
            top.Required("tests", "Write the tests: \"tests\": [ { \"name\": …, \"given\": …, \"cycles\": …, \"expect\": … } ].");
            all.AddRange(top.Each("tests", t => Test(t, document.Name, rules)));
            top.Done();
        }

        foreach (var twice in all.GroupBy(t => (t.Document, t.Name)).Where(g => g.Count() > 1))
        {
            mistakes.Add("DO004", twice.Key.Document, "$.tests", twice.Last().Line, null, $"{twice.Count()} tests are named '{twice.Key.Name}'.", "Give each a name of its own.");
        }

        mistakes.ThrowIfAny();
        return all;
    }

    private static void Header(TestReader top)
    {
        if (top.RequiredText("kind", "Write \"kind\": \"rule-test\".") is { } kind && kind != "rule-test")
        {
            top.Wrong(top.Node.Find("kind"), $"A document of kind '{kind}' is no test of rules.", "Write \"kind\": \"rule-test\".");
        }

        if (top.Number("format") is { } format && format != 1)
        {
            top.Wrong(top.Node.Find("format"), $"This version reads format 1, and this is {NumberText.Of(format)}.", "Write \"format\": 1.");
        }
    }

    private static RuleTestCase? Test(TestReader test, string document, RuleSet rules)
    {
        var name = test.RequiredText("name", "Name the test by what is to be true: \"name\": \"a week without login is noticed\".");
        test.Text("description");
        var only = test.Texts("rules");
        foreach (var node in test.List("rules").Where(n => n.Kind == TestNodeKind.Text && rules.Find(n.Text) is null))
        {
            test.Wrong(node, $"No rule is named '{node.Text}'.", $"Use one that is: {string.Join(", ", rules.Rules.Select(r => $"'{r.Name}'"))}.");
        }

        var given = test.Object("given");
        var made = given is null ? new RuleTestGiven() : RuleTestGivenReader.Read(given);
        given?.Done();
        var cycles = Cycles(test);
        var expect = test.Required("expect", "Say what is expected: \"expect\": { \"cases\": [ … ] }.") is null ? null : test.Object("expect");
        var expected = expect is null ? new() : ExpectationReader.Read(expect, made, rules);
        expect?.Done();
        return new()
        {
            Document = document,
            Line = test.Node.Line,
            Name = name ?? "",
            Rules = only,
            Given = made,
            Cycles = cycles,
            PeopleAct = test.Flag("peopleAct") ?? false,
            ChannelsSend = test.Flag("channelsSend") ?? true,
            Expected = expected,
        };
    }

    // A list of instants, or from … to … every so many days.
    private static List<DateTimeOffset> Cycles(TestReader test)
    {
        if (test.Required("cycles", "Say when the cycles are: \"cycles\": [\"2026-03-02\", \"2026-03-09\"], or { \"from\": …, \"to\": … } for every day.") is not { } node)
        {
            return [];
        }

        if (node.Kind == TestNodeKind.List)
        {
            var instants = node.Parts.Select(p => (Node: p, At: test.InstantOf(p))).Where(p => p.At is not null).ToArray();
            for (var i = 1; i < instants.Length; i++)
            {
                if (instants[i].At <= instants[i - 1].At)
                {
                    test.Wrong(instants[i].Node, $"A cycle at {NumberText.Instant(instants[i].At!.Value)} cannot follow one at {NumberText.Instant(instants[i - 1].At!.Value)}.", "Order the cycles by their instants, each once.");
                }
            }

            if (node.Parts.Count == 0)
            {
                test.Wrong(node, "There is no cycle: nothing would be looked at.", "State at least one instant.");
            }

            return [.. instants.Select(i => i.At!.Value)];
        }

        return test.Object("cycles") is { } range ? Range(range) : [];
    }

    private static List<DateTimeOffset> Range(TestReader range)
    {
        var (from, to, days) = (range.RequiredInstant("from"), range.RequiredInstant("to"), range.Number("everyDays") ?? 1);
        range.Done();
        if (from is not { } start || to is not { } end)
        {
            return [];
        }

        if (!(days >= TestReader.ShortestStep) || end < start || (end - start).TotalDays / days > CyclesAtMost)
        {
            range.Wrong(null, "These are no cycles.", $"State an end after the beginning, and days, a second or more, for at most {CyclesAtMost} cycles.");
            return [];
        }

        var all = new List<DateTimeOffset>();
        for (var at = start; at <= end; at += TimeSpan.FromDays(days))
        {
            all.Add(at);
        }

        return all;
    }
}
