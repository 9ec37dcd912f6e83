namespace CustomerSuccess.Interventions;

/// <summary>Reads the document of a policy.</summary>
internal sealed class PolicyReader(DocumentReader document)
{
    private const string BudgetExample = "{ \"owner\": \"contact\", \"touches\": 2, \"within\": \"7 days\" }";
    private const string InhibitionExample = "{ \"by\": { \"severity\": \"critical\" }, \"holdsBack\": { \"below\": \"severe\" } }";
    private const int Most = 1_000_000;

    private static readonly InterventionPolicy Usual = new();

    /// <summary>The policy; null where there are mistakes, which are then found.</summary>
    public InterventionPolicy? Read()
    {
        var before = document.Check.Count;
        document.Text("name");
        document.Text("description");
        var policy = new InterventionPolicy
        {
            Budgets = [.. document.List("budgets").Select(Budget)],
            Inhibitions = [.. document.List("inhibitions").Select(Inhibition)],
            Calendar = Calendar(),
            Retry = Retry(),
            Attempts = Attempts(),
            UndeterminedFor = document.Span("undeterminedFor") ?? Usual.UndeterminedFor,
        };
        document.Done();
        var found = new DiagnosticList();
        PolicyCheck.Run(policy, new("policy", found));
        RulePlaces.Tell(document, found);
        return document.Check.Count > before ? null : policy;
    }

    // A budget that has mistakes has a time of its own: it is like no other.
    private Budget Budget(DocumentNode node)
    {
        var apart = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1 + node.Index);
        if (DocumentReader.Of(node, document.Check, BudgetExample) is not { } one)
        {
            return new() { Owner = BudgetOwnerKind.Contact, Touches = 1, Within = apart };
        }

        var before = document.Check.Count;
        one.Required("owner", "Say whose time it protects: \"owner\": \"contact\".");
        one.Required("touches", "Say how many touches there may be: \"touches\": 2.");
        one.Required("within", "Say in which time: \"within\": \"7 days\".");
        var (owner, touches, within, channel) = (one.Word<BudgetOwnerKind>("owner"), one.Whole("touches", -Most, Most), one.Span("within"), one.Text("channel"));
        one.Done();
        return new() { Owner = owner ?? BudgetOwnerKind.Contact, Touches = touches ?? 1, Within = document.Check.Count > before && within > TimeSpan.Zero ? apart : within ?? apart, Channel = channel };
    }

    private Inhibition Inhibition(DocumentNode node)
    {
        var unread = new Inhibition { ByTag = "unread" };
        var before = document.Check.Count;
        if (DocumentReader.Of(node, document.Check, InhibitionExample) is not { } one)
        {
            return unread;
        }

        var (by, holdsBack) = (one.Object("by", "{ \"severity\": \"critical\" }"), one.Object("holdsBack", "{ \"below\": \"severe\" }"));
        var made = new Inhibition
        {
            BySeverity = by?.Word<CaseSeverity>("severity"),
            ByRule = by?.Text("rule"),
            ByTag = by?.Text("tag"),
            BelowSeverity = holdsBack?.Word<CaseSeverity>("below"),
            Rule = holdsBack?.Text("rule"),
            Tag = holdsBack?.Text("tag"),
        };
        by?.Done();
        holdsBack?.Done();
        one.Done();
        return document.Check.Count > before && made == new Inhibition() ? unread : made;
    }

    private WorkingCalendar? Calendar()
    {
        if (document.Object("calendar", "{ \"from\": \"09:00\", \"to\": \"17:00\" }") is not { } one)
        {
            return null;
        }

        var usual = new WorkingCalendar();
        var days = one.Find("days") is { Kind: DocumentKind.List } ? one.List("days").Select(d => one.Is(d, DocumentKind.Text, "a text") ? one.WordOf<DayOfWeek>(d) : null).ToArray() : null;
        if (days is null)
        {
            one.List("days");
        }

        TimeOnly Time(string property, TimeOnly otherwise, TimeOnly unread) => one.Find(property) is { } node ? one.TimeOf(node) ?? unread : otherwise;
        var calendar = new WorkingCalendar
        {
            // A day that has mistakes is some day.
            Days = days is null ? usual.Days : [.. days.Select(d => d ?? DayOfWeek.Monday)],
            From = Time("from", usual.From, TimeOnly.MinValue),
            To = Time("to", usual.To, TimeOnly.MaxValue),
            Holidays = [.. one.List("holidays").Select(one.DayOf).OfType<DateOnly>()],
            ForPeopleToo = one.Flag("forPeopleToo"),
        };
        one.Done();
        return calendar;
    }

    private RetryPolicy Retry()
    {
        if (document.Object("retry", "{ \"attempts\": 3, \"delay\": \"5 minutes\" }") is not { } one)
        {
            return Usual.Retry;
        }

        var retry = new RetryPolicy
        {
            Attempts = one.Whole("attempts", -Most, Most) ?? Usual.Retry.Attempts,
            Delay = one.Span("delay") ?? Usual.Retry.Delay,
            Factor = one.Number("factor", Usual.Retry.Factor),
            Timeout = one.Span("timeout") ?? Usual.Retry.Timeout,
            WhenUncertain = one.Word<UncertainDelivery>("whenUncertain") ?? Usual.Retry.WhenUncertain,
        };
        one.Done();
        return retry;
    }

    private AttemptOptions Attempts()
    {
        if (document.Object("attempts", "{ \"saturatedAfter\": 3 }") is not { } one)
        {
            return Usual.Attempts;
        }

        // What has mistakes stands in the way of nothing else.
        int Count(string name, int otherwise, int unread) => one.Find(name) is null ? otherwise : one.Whole(name, -Most, Most) ?? unread;
        var attempts = new AttemptOptions
        {
            SaturatedAfter = Count("saturatedAfter", Usual.Attempts.SaturatedAfter, 1),
            SaturationWindow = one.Span("saturationWindow") ?? Usual.Attempts.SaturationWindow,
            RateWindow = one.Span("rateWindow") ?? Usual.Attempts.RateWindow,
            ResponsiveTouches = Count("responsiveTouches", Usual.Attempts.ResponsiveTouches, 1),
            UnresponsiveTouches = Count("unresponsiveTouches", Usual.Attempts.UnresponsiveTouches, 1000),
            UnresponsiveOver = one.Span("unresponsiveOver") ?? Usual.Attempts.UnresponsiveOver,
            UnresponsiveChannels = Count("unresponsiveChannels", Usual.Attempts.UnresponsiveChannels, 1),
        };
        one.Done();
        return attempts;
    }
}
