using CustomerSuccess.Interventions;

namespace CustomerSuccess.Composition;

/// <summary>Reads the rules of a configuration, and what holds for all of them.</summary>
internal sealed class RuleLoader(Language<CustomerFacts> language, IReadOnlyList<FactCondition> conditions, DocumentCheck check)
{
    private readonly Dictionary<string, DocumentNode> _rules = new(StringComparer.Ordinal);
    private DocumentNode? _policy;

    public IReadOnlyList<Rule> Read(IReadOnlyList<DocumentReader> documents)
    {
        List<Rule> rules = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var rule = new RuleReader(document, language, conditions).Read();
            if (document.Node.Find("name") is { Kind: DocumentKind.Text } name && !names.Add(name.Text))
            {
                check.Add("DO008", name, $"There are two rules named '{name.Text}'.", "Rename one: cases are kept under the name of their rule.");
            }

            if (rule is not null)
            {
                _rules[$"rule/{rule.Name}"] = document.Node;
                rules.Add(rule);
            }
        }

        return rules;
    }

    /// <summary>The policy; null where no document says any, or it has mistakes.</summary>
    public InterventionPolicy? ReadPolicy(IReadOnlyList<DocumentReader> documents)
    {
        InterventionPolicy? policy = null;
        foreach (var document in documents)
        {
            var read = new PolicyReader(document).Read();
            if (_policy is not null)
            {
                check.Add("DO008", document.Node, $"There are two documents of kind {InterventionPolicyDocument.Kind}.", "Put them together: budgets hold for all rules.");
                continue;
            }

            (_policy, policy) = (document.Node, read);
        }

        return policy;
    }

    /// <summary>The place of a mistake that only shows when everything is put together; null where no document holds it.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="part">What of the rule or of the policy it is about.</param>
    public DocumentNode? Of(Diagnostic mistake, string? part)
    {
        var whole = part is null ? mistake.Path : mistake.Path[..^(part.Length + 1)];
        return (_rules.GetValueOrDefault(whole) ?? _policy) is { } top ? RulePlaces.Of(top, part) : null;
    }
}
