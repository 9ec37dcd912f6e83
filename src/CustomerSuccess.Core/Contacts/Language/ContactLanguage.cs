using CustomerSuccess.Expressions;

namespace CustomerSuccess.Contacts;

/// <summary>What expressions may name of contacts and issues: <c>contacts</c>, <c>issues</c>.</summary>
internal sealed class ContactLanguage : LanguagePart<CustomerFacts>
{
    public const string Contacts = "contacts";
    public const string Issues = "issues";

    public ContactNetworkReader Network { get; set; } = new();

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        var fields = Fields();
        var record = CelRecordType.For<CustomerFacts>(Contacts);
        foreach (var field in fields)
        {
            record.Field(field.Name, field.Type, field.Reader.Read, description: field.Description);
        }

        var (contacts, issues) = (record.Build(), CelRecordType.For<CustomerFacts>(Issues).Build());
        draft.Environment.Record(contacts).Record(issues);
        ContactFunctions.AddTo(draft.Environment, contacts.Type, issues.Type);
        draft.Add(
            new FactsReader(Contacts, $"1 {Network.Version}", f => CelValue.Of(new CelRecord(contacts, f)), ContactReaders.NetworkUntil(Network))
            {
                Source = new ExpressionSources(Contacts, [Contacts, ContactReaders.Interactions]),
            },
            contacts.Type,
            "The contacts of the customer.");
        draft.Add(new FactsReader(Issues, "1", f => CelValue.Of(new CelRecord(issues, f)), _ => null) { Source = Issues }, issues.Type, "The issues of the customer.");
        var readers = fields.ToDictionary(f => f.Name, f => f.Reader, StringComparer.Ordinal);
        draft.Recognise((expression, node) => node switch
        {
            CelSelect { IsTest: false } select when expression.VariableOf(select.Operand)?.Name == Contacts => readers.GetValueOrDefault(select.Field),
            CelCall call => new ContactCall(expression).Read(call),
            _ => null,
        });
        draft.Checks.Add(expression => Check(expression, new(expression)));
    }

    private IReadOnlyList<Field> Fields() =>
    [
        new("active", CelType.Double, ContactReaders.Active(), "How many contacts are active."),
        new("exposure", CelType.Double, ContactReaders.Exposure(Network), "What hangs on the primary contact, 0 to 1: the weighted share of interactions that were with this one person."),
        new("missing", CelType.ListOf(CelType.String), ContactReaders.Missing(Network), "The required personas that nobody has."),
        new("signerKnown", CelType.Bool, ContactReaders.SignerKnown(Network), "Whether somebody who signs is known and active."),
    ];

    // What is read by a function is known before anything runs: its arguments are constants, and it is called on the name itself.
    private static List<CelDiagnostic> Check(CelExpression expression, ContactCall calls)
    {
        var found = new List<CelDiagnostic>();
        void Visit(CelNode node)
        {
            if (node is CelCall call && calls.IsRead(call))
            {
                _ = calls.Read(call, found);
                return;
            }

            if (expression.VariableOf(node)?.Name == Issues)
            {
                found.Add(expression.Mistake("LA003", "Issues are asked for nothing.", "Say what is to be counted of them, for instance issues.open(1).", node));
                return;
            }

            if (node is CelCall { Target: { } target } other && ContactFunctions.All.Contains(other.Function) && expression.TypeOf(target).ToString() is Contacts or Issues)
            {
                found.Add(expression.Mistake("LA003", $"'{other.Function}' is called on something other than the name itself.", $"Write contacts.{ContactFunctions.Engaged}(days(90)) or issues.{ContactFunctions.Open}(1) with these names.", node));
                return;
            }

            foreach (var part in node.Parts)
            {
                Visit(part);
            }
        }

        Visit(expression.Root);
        return found;
    }

    private sealed record Field(string Name, CelType Type, FactsReader Reader, string Description);
}
