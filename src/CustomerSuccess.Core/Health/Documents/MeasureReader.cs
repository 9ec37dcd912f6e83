namespace CustomerSuccess.Health;

/// <summary>Reads a measure of a scorecard's document.</summary>
internal sealed class MeasureReader(DocumentReader document, IMeasureReaders readers, DocumentPlaces places)
{
    public MeasureDraft Read(string name, string path)
    {
        var draft = new MeasureDraft(name, null);
        document.Text("description");
        draft.Unit = document.Text("unit");
        draft.Polarity = document.Word<Polarity>("polarity") ?? Polarity.Neither;
        var before = document.Check.Count;
        var isFlag = new CurveReader(document).Read(draft);
        places.Mark(path, document.Check.Count > before);
        if (document.Node.Find("curve")?.Find("table") is { } table)
        {
            places.Add($"{path}/rows", table.Find("rows") ?? table);
            places.Add($"{path}/columns", table.Find("columns") ?? table);
        }

        Valid(draft);
        before = document.Check.Count;
        Reader(draft, isFlag);
        places.MarkReader(path, document.Check.Count > before);
        Missing(draft);
        Time(draft);
        Usage(draft);
        draft.Layer = document.Text("layer");
        if (draft.Layer is not null && string.IsNullOrWhiteSpace(draft.Layer))
        {
            document.Check.Add("DO004", document.Node.Find("layer")!, $"A layer has a name.", "Write usage, value, people, sentiment, or a name of your own.");
        }

        draft.Effort = document.Number("effort");
        draft.WholeNumbers = document.Flag("wholeNumbers");
        return draft;
    }

    private void Valid(MeasureDraft draft)
    {
        var clamps = document.Word<OutsideValid>("outside");
        if (document.Find("valid") is { } valid && document.Is(valid, DocumentKind.List, "two numbers, the smaller first: [0, 10]"))
        {
            var ends = valid.Parts.Select(document.NumberOf).ToArray();
            if (ends is [{ } low, { } high])
            {
                draft.Valid = (low, high);
            }
            else if (ends.Length != 2)
            {
                document.Check.Add("DO004", valid, $"A valid range has two ends, and here are {ends.Length}.", "Write two numbers, the smaller first: [0, 10].");
            }
        }
        else if (clamps is not null)
        {
            document.Check.Add("DO003", document.Node.Find("outside")!, $"It is said what happens outside a valid range, and there is none.", "Write \"valid\": [0, 10], or leave \"outside\" out.");
        }

        draft.ClampToValid = clamps == OutsideValid.Clamp;
    }

    private void Reader(MeasureDraft draft, bool isFlag)
    {
        var (reads, reader) = (document.Find("reads"), document.Find("reader"));
        if (reads is not null && reader is not null)
        {
            document.Check.Add("DO004", reader, $"'{draft.Name}' is read by an expression and by a reader of the host.", "Write one of the two.");
        }

        if (reads is not null && document.Is(reads, DocumentKind.Text, "an expression"))
        {
            readers.Value(reads, draft, isFlag, document.Check);
        }
        else if (reader is not null && document.Is(reader, DocumentKind.Text, "a reader of the host, for instance \"logins@2\""))
        {
            readers.Registered(reader, draft, isFlag, document.Check);
        }
        else if (readers.OverRows && reads is null && reader is null)
        {
            document.Check.Add("DO003", document.Node, $"It is not said what '{draft.Name}' reads.", "Write \"reads\": \"signals.login.count(days(28))\", or whatever it is an expression of.");
        }

        By(draft, document.Find("by"));
        if (document.Find("age") is { } age && document.Is(age, DocumentKind.Text, "an expression of days"))
        {
            readers.Age(age, draft, document.Check);
        }
    }

    // Only a table has a second number.
    private void By(MeasureDraft draft, DocumentNode? by)
    {
        var isTable = document.Node.Find("curve")?.Find("table") is not null;
        if (by is not null && !isTable)
        {
            document.Check.Add("DO004", by, $"'{draft.Name}' names a second number, and its curve is no table.", "Write a \"table\" as curve, or leave \"by\" out.");
        }
        else if (by is not null && document.Is(by, DocumentKind.Text, "an expression"))
        {
            readers.By(by, draft, document.Check);
        }
        else if (by is null && isTable && readers.OverRows)
        {
            document.Check.Add("DO003", document.Node, $"'{draft.Name}' is a table, and it is not said what its second number reads.", "Write \"by\": \"monthsSince(customer.since, 'UTC')\", or whatever chooses the column.");
        }
    }

    private void Missing(MeasureDraft draft)
    {
        if (document.Find("missing") is not { } node)
        {
            return;
        }

        if (node.Kind == DocumentKind.Text)
        {
            draft.Missing = document.WordOf<MissingDataKind>(node) switch
            {
                MissingDataKind.Neutral => MissingData.Neutral(),
                MissingDataKind.Pessimistic => MissingData.Pessimistic,
                MissingDataKind.Abstain => MissingData.Abstain,
                MissingDataKind.CarryForward => Incomplete(node),
                _ => MissingData.Redistribute,
            };
            return;
        }

        if (DocumentReader.Of(node, document.Check, "{ \"neutral\": 50 }") is not { } missing)
        {
            return;
        }

        if (missing.Number("neutral") is { } neutral)
        {
            (draft.Missing, draft.Neutral) = (MissingData.Neutral(), neutral);
        }

        if (missing.Object("carryForward", "{ \"maximumAge\": \"30 days\" }") is { } carry)
        {
            CarryForward(draft, carry);
        }

        missing.Done();
        if (node.Parts.Count != 1)
        {
            document.Check.Add("DO004", node, $"Exactly one policy stands in for missing data.", "Write { \"neutral\": 50 }, { \"carryForward\": … }, or a word: redistribute, pessimistic, abstain.");
        }
    }

    private MissingData Incomplete(DocumentNode node)
    {
        document.Check.Add("DO003", node, $"It is not said how old a value may be that is carried forward.", "Write { \"carryForward\": { \"maximumAge\": \"30 days\" } }.");
        return MissingData.Redistribute;
    }

    private void CarryForward(MeasureDraft draft, DocumentReader carry)
    {
        if (carry.Required("maximumAge", "Say how old it may be: \"maximumAge\": \"30 days\".") is { } node && carry.SpanOf(node) is { } age)
        {
            draft.Missing = MissingData.CarryForward(age);
        }

        if (readers.OverRows)
        {
            if (carry.Required("last", "Say what reads the last value: \"last\": \"customer.last_nps\".") is { } last && carry.Is(last, DocumentKind.Text, "an expression"))
            {
                readers.Last(last, draft, carry.Check);
            }

            if (draft.Table is not null && carry.Required("by", "Say what reads the second number that belongs to it: \"by\": \"customer.last_months\".") is { } lastBy && carry.Is(lastBy, DocumentKind.Text, "an expression"))
            {
                readers.LastBy(lastBy, draft, carry.Check);
            }

            if (carry.Required("age", "Say how old that is, in days: \"age\": \"(now - customer.surveyed).inDays()\".") is { } lastAge && carry.Is(lastAge, DocumentKind.Text, "an expression of days"))
            {
                readers.LastAge(lastAge, draft, carry.Check);
            }
        }

        carry.Done();
    }

    private void Usage(MeasureDraft draft)
    {
        if (document.Object("judgedAsUsage", "{ \"whenNot\": 0, \"whileInvestigated\": 50 }") is not { } usage)
        {
            return;
        }

        draft.Usage = (usage.Number("whenNot"), usage.Number("whileInvestigated"));
        usage.Done();
    }

    private void Time(MeasureDraft draft)
    {
        draft.ExpiresAfter = document.Span("expiresAfter");
        if (document.Find("decay") is not { } node || DocumentReader.Of(node, document.Check, "{ \"halfLife\": \"30 days\", \"toward\": 50 }") is not { } decay)
        {
            return;
        }

        if (decay.Required("halfLife", "State it: \"halfLife\": \"30 days\".") is { } halfLife)
        {
            draft.HalfLife = decay.SpanOf(halfLife);
        }

        draft.DecayNeutral = decay.Number("toward");
        decay.Done();
    }
}
