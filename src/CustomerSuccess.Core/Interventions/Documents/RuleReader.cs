using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Reads the document of a rule.</summary>
internal sealed class RuleReader(DocumentReader document, Language<CustomerFacts> language, IReadOnlyList<FactCondition> named)
{
    private const string Purpose = "{ \"reason\": \"nobody has logged in\", \"agenda\": \"what keeps them\", \"expectedResult\": \"a first login\" }";
    private const string Success = "{ \"when\": \"signals.login.count(days(7)) > 0.0\", \"within\": \"30 days\" }";
    private const int Most = 1_000_000;

    // Stands for a condition that has mistakes: what follows of it is no mistake of its own.
    private static readonly FactCondition Unread = FactCondition.Of("unread", _ => Reading.Known(true), "1");

    private readonly FactConditionReader _conditions = new(document.Check, language.Condition, named);

    /// <summary>The rule; null where there are mistakes, which are then found.</summary>
    public Rule? Read()
    {
        var before = document.Check.Count;
        var name = document.RequiredText("name", "Name the rule: \"name\": \"no login in 7 days\".") ?? "(rule)";
        var trigger = new TriggerReader(document, Condition).Read();
        var content = Content(trigger ?? new ConditionTrigger(Unread, TimeSpan.Zero, null));
        document.Done();
        var found = new DiagnosticList();
        RuleCheck.Run(name, content, found);
        RulePlaces.Tell(document, trigger is null ? WithoutTrigger(found) : found);
        return document.Check.Count > before ? null : Rule.Of(name, content);
    }

    private RuleContent Content(RuleTrigger trigger)
    {
        var success = document.Object("success", Success);
        var content = new RuleContent
        {
            Trigger = trigger,
            Purpose = Touches(),
            Guard = Condition(document, "guard"),
            Correlation = Correlation(),
            Severity = document.Word<CaseSeverity>("severity") ?? CaseSeverity.Warning,
            Audience = Audience(document) ?? new(),
            Wait = document.Span("wait") ?? RuleDefaults.Wait,
            Ladder = [.. document.List("ladder").Select(Rung)],
            Success = success is null ? document.Node.Find("success") is null ? null : Unread : Condition(success, "when"),
            SuccessWithin = success?.Span("within") ?? RuleDefaults.SuccessWithin,
            Exit = Condition(document, "exit"),
            CoolDown = document.Span("coolDown") ?? (document.Node.Find("coolDown") is null ? TimeSpan.Zero : TimeSpan.FromDays(1)),
            ReEntry = document.Word<ReEntry>("reEntry") ?? ReEntry.AfterClear,
            Caps = [.. document.List("caps").Select(Cap)],
            Priority = document.Whole("priority", int.MinValue, int.MaxValue) ?? 0,
            Minutes = document.Number("minutes", RuleDefaults.Minutes),
            Kind = document.Word<RuleKind>("type") ?? RuleKind.Play,
            Cause = document.Word<InteractionCause>("cause"),
            Direction = document.Text("direction"),
            Tags = document.Names("tags"),
            Lateness = document.Span("lateness") ?? RuleDefaults.Lateness,
            WhenUnknown = document.Word<WhenUndetermined>("whenUnknown") ?? WhenUndetermined.Wait,
            OnRemoved = document.Word<WhenRemoved>("onRemoved") ?? WhenRemoved.Finish,
            Hypothesis = Condition(document, "hypothesis"),
            Description = document.Text("description"),
        };
        success?.Done();
        return content;
    }

    private TouchPurpose Touches()
    {
        document.Required("purpose", $"Say why, what is to be spoken of and what is expected: \"purpose\": {Purpose}.");
        if (document.Object("purpose", Purpose) is not { } purpose)
        {
            return new() { Reason = "unread", Agenda = "unread", ExpectedResult = "unread" };
        }

        string Given(string part, string cure) => purpose.RequiredText(part, cure) ?? "unread";
        var made = new TouchPurpose
        {
            Reason = Given("reason", "Say what was seen: \"reason\": \"nobody has logged in\"."),
            Agenda = Given("agenda", "Say what is to be spoken of: \"agenda\": \"what keeps them\"."),
            ExpectedResult = Given("expectedResult", "Say what is to be different afterwards: \"expectedResult\": \"a first login\"."),
            Communication = purpose.Word<CommunicationPurpose>("communication") ?? CommunicationPurpose.Intervention,
        };
        purpose.Done();
        return made;
    }

    private Rung Rung(DocumentNode node)
    {
        if (DocumentReader.Of(node, document.Check, "{ \"channels\": [\"email\"], \"wait\": \"2 days\" }") is not { } one)
        {
            return new();
        }

        var rung = new Rung { Channels = one.Names("channels"), Audience = Audience(one), Wait = one.Span("wait"), Execution = one.Word<TouchExecution>("execution") ?? TouchExecution.ByExperience };
        one.Done();
        return rung;
    }

    // A cap that has mistakes has a time of its own: it is like no other.
    private RuleCap Cap(DocumentNode node)
    {
        var apart = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1 + node.Index);
        if (DocumentReader.Of(node, document.Check, "{ \"cases\": 2, \"within\": \"90 days\" }") is not { } one)
        {
            return new(1, apart);
        }

        one.Required("cases", "Say how many it may open: \"cases\": 2.");
        one.Required("within", "Say in which time: \"within\": \"90 days\".");
        var cap = new RuleCap(one.Whole("cases", -Most, Most) ?? 1, one.Span("within") ?? apart);
        one.Done();
        return cap;
    }

    private static Audience? Audience(DocumentReader one) => one.Names("audience") is var personas && one.Node.Find("audience") is null ? null : new() { Personas = personas };

    private FactCondition? Condition(DocumentReader one, string property) => one.Find(property) is { } node ? _conditions.Read(node) ?? Unread : null;

    private TextExpression<CustomerFacts>? Correlation()
    {
        if (document.Text("correlation") is not { } text)
        {
            return null;
        }

        try
        {
            return language.Text(text);
        }
        catch (ConfigurationException e)
        {
            document.Check.AddExpression(e, document.Node.Find("correlation")!);
            return null;
        }
    }

    // What is a mistake of some triggers only cannot be told without it.
    private static DiagnosticList WithoutTrigger(DiagnosticList found)
    {
        var rest = new DiagnosticList();
        foreach (var mistake in found.All.Where(m => m.Code is not ("IN012" or "IN013" or "IN014")))
        {
            rest.Add(mistake.Code, mistake.Path, $"{mistake.Message}", mistake.Cure, found.PartOf(mistake));
        }

        return rest;
    }
}
