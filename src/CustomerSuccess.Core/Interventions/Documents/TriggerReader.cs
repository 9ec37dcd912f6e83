using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>Reads the trigger of a rule.</summary>
/// <param name="document">The rule.</param>
/// <param name="condition">Reads the condition of a property; one that has mistakes is replaced by one that has none.</param>
internal sealed class TriggerReader(DocumentReader document, Func<DocumentReader, string, FactCondition?> condition)
{
    private const string Example = "{ \"when\": \"health.value < 50.0\", \"for\": \"14 days\" }";
    private const string Absence = "{ \"absence\": \"login\", \"within\": \"7 days\", \"after\": \"customerSince\" }";
    private const string ZoneCure = "Say in which time zone: \"zone\": \"Europe/Berlin\".";
    private const int Most = 1_000_000;

    private static readonly string[] Kinds = ["when", "absence", "cron", "every", "signal", "segment", "band", "milestone", "contactLeft", "after", "before"];

    // Stands for a time that has mistakes.
    private static readonly TimeSpan Unread = TimeSpan.FromDays(21);

    /// <summary>The trigger; null where it is not told what triggers.</summary>
    public RuleTrigger? Read()
    {
        document.Required("trigger", $"Say what makes it fire: \"trigger\": {Example}.");
        if (document.Object("trigger", Example) is not { } trigger)
        {
            return null;
        }

        var kind = Array.Find(Kinds, k => trigger.Node.Find(k) is not null);
        RuleTrigger? made = kind switch
        {
            "when" => new ConditionTrigger(condition(trigger, "when")!, trigger.Span("for") ?? TimeSpan.Zero, trigger.Grid("grid")),
            "absence" => OfAbsence(trigger),
            "cron" => new CronTrigger(trigger.Text("cron") ?? "0 0 * * *", Zone(trigger)),
            "every" => new CalendarTrigger(trigger.Word<CalendarPeriod>("every") ?? CalendarPeriod.Quarter, Zone(trigger)),
            "signal" => new SignalTrigger(trigger.Text("signal") ?? "unread", Where(trigger)),
            "segment" => OfSegment(trigger),
            "band" => OfBand(trigger),
            "milestone" => new MilestoneTrigger(trigger.Word<MilestoneMoment>("milestone") ?? MilestoneMoment.Stuck, trigger.Text("id")),
            "contactLeft" => OfContact(trigger),
            "after" or "before" => OfAnchor(trigger, kind),
            _ => Nothing(trigger),
        };
        trigger.Done();
        return made;
    }

    private static RuleTrigger? Nothing(DocumentReader trigger)
    {
        foreach (var known in Kinds)
        {
            trigger.Find(known);
        }

        trigger.Check.Add("DO003", trigger.Node, $"It is not said what makes the rule fire.", $"Say one of {string.Join(", ", Kinds.Select(k => $"\"{k}\""))}, for instance {Example}.");
        return null;
    }

    private static RuleTrigger OfAbsence(DocumentReader trigger)
    {
        var (signal, fewerThan) = (trigger.Text("absence") ?? "unread", trigger.Whole("fewerThan", -Most, Most) ?? 1);
        if (trigger.Node.Find("every") is not null)
        {
            return new CalendarTrigger(trigger.Word<CalendarPeriod>("every") ?? CalendarPeriod.Quarter, Zone(trigger), signal, fewerThan);
        }

        trigger.Required("within", $"Say within which time it is expected: {Absence}; or in which period: \"every\": \"quarter\".");
        trigger.Required("after", $"Say from when that time is counted: {Absence}.");
        return new AbsenceTrigger(signal, trigger.Span("within") ?? Unread, AnchorReader.Read(trigger, "after"), fewerThan);
    }

    private static AnchorTrigger OfAnchor(DocumentReader trigger, string kind)
    {
        trigger.Required("of", $"Say of what: {{ \"{kind}\": \"30 days\", \"of\": \"renewal\" }}.");
        var anchor = AnchorReader.Read(trigger, "of");
        var span = trigger.Span(kind) ?? Unread;
        if (span < TimeSpan.Zero)
        {
            trigger.Check.Add("DO004", trigger.Node.Find(kind)!, $"'{kind}' says on which side of the anchor it is, and the time is below 0.", $"Write it without its sign, as \"{(kind == "after" ? "before" : "after")}\".");
            return new AnchorTrigger(anchor, Unread);
        }

        return new AnchorTrigger(anchor, kind == "after" ? span : -span);
    }

    private static SegmentTrigger OfSegment(DocumentReader trigger)
    {
        var (scheme, entered, left) = (trigger.Text("segment") ?? "unread", trigger.Text("entered"), trigger.Text("left"));
        if (entered is not null && left is not null)
        {
            trigger.Check.Add("DO004", trigger.Node.Find("left")!, $"The rule fires when a segment is entered, or when one is left.", "Write one of the two.");
            left = null;
        }

        return new SegmentTrigger(scheme, entered, left);
    }

    private static BandTrigger OfBand(DocumentReader trigger)
    {
        if (trigger.Object("band", "{ \"to\": \"Red\" }") is not { } band)
        {
            return new BandTrigger(null, null);
        }

        var made = new BandTrigger(band.Text("to"), band.Text("from"));
        band.Done();
        return made;
    }

    // true for anyone, or a persona.
    private static ContactTrigger OfContact(DocumentReader trigger)
    {
        var node = trigger.Find("contactLeft")!;
        if (node is { Kind: DocumentKind.Flag, Flag: true })
        {
            return new ContactTrigger(null);
        }

        return new ContactTrigger(trigger.Is(node, DocumentKind.Text, "a persona, or true for anyone,") ? node.Text : null);
    }

    private static ConditionExpression<Signal>? Where(DocumentReader trigger)
    {
        if (trigger.Text("where") is not { } text)
        {
            return null;
        }

        try
        {
            return SignalExpressions.Language.Condition(text);
        }
        catch (ConfigurationException e)
        {
            trigger.Check.AddExpression(e, trigger.Node.Find("where")!);
            return null;
        }
    }

    private static TimeZoneInfo Zone(DocumentReader trigger) =>
        trigger.Required("zone", ZoneCure) is { } node ? trigger.ZoneOf(node) ?? TimeZoneInfo.Utc : TimeZoneInfo.Utc;
}

/// <summary>Reads an anchor: a word, or an object that names a trait, a signal or a milestone.</summary>
internal static class AnchorReader
{
    private const string Example = "{ \"signal\": \"workshop\" }";

    private static readonly (string Word, Anchor Anchor)[] Plain =
    [
        ("customerSince", Anchor.CustomerSince), ("renewal", Anchor.Renewal), ("subscriptionStart", Anchor.SubscriptionStart),
        ("subscriptionEnd", Anchor.SubscriptionEnd), ("planStart", Anchor.PlanStart), ("milestoneDue", Anchor.MilestoneDue()),
    ];

    // Stands for an anchor that has mistakes: of a signal, of which everything may be said.
    private static readonly Anchor Unread = Anchor.Signal("unread");

    /// <summary>The anchor of a property; one that has mistakes is replaced by one that has none.</summary>
    public static Anchor Read(DocumentReader trigger, string property)
    {
        if (trigger.Find(property) is not { } node)
        {
            return Unread;
        }

        if (node.Kind == DocumentKind.Text)
        {
            return OfWord(node, trigger.Check);
        }

        if (DocumentReader.Of(node, trigger.Check, Example) is not { } one)
        {
            return Unread;
        }

        var made = node.Find("trait") is not null ? Named(one, "trait", Anchor.Trait)
            : node.Find("signal") is not null ? Named(one, "signal", Anchor.Signal)
            : node.Find("milestoneDue") is not null ? Named(one, "milestoneDue", Anchor.MilestoneDue)
            : one.Required("anchor", $"Name a trait, a signal or a milestone, {Example}, or write one of {string.Join(", ", Plain.Select(p => $"\"{p.Word}\""))}.") is { } word && one.Is(word, DocumentKind.Text, "a text") ? OfWord(word, trigger.Check) : Unread;
        one.Done();
        return made;
    }

    /// <summary>The word of an anchor that has no name; null where it has one.</summary>
    public static string? WordOf(Anchor anchor) => Array.Find(Plain, p => p.Anchor == anchor).Word;

    private static Anchor OfWord(DocumentNode node, DocumentCheck check)
    {
        if (Array.Find(Plain, p => p.Word == node.Text).Anchor is { } anchor)
        {
            return anchor;
        }

        check.Add("DO004", node, $"'{node.Text}' is none of the words that may stand here.", Suggestion.For(node.Text, [.. Plain.Select(p => p.Word)]));
        return Unread;
    }

    private static Anchor Named(DocumentReader one, string property, Func<string, Anchor> of)
    {
        if (one.Text(property) is not { } name)
        {
            return Unread;
        }

        if (!string.IsNullOrWhiteSpace(name))
        {
            return of(name);
        }

        one.Check.Add("DO004", one.Node.Find(property)!, $"A name is empty.", $"Write it, for instance {Example}.");
        return Unread;
    }
}
