namespace CustomerSuccess.SuccessPlans;

/// <summary>Where the parts of a plan stand in its document, so that the mistakes which its check finds are told there, in the document's words.</summary>
internal sealed class PlanPlaces(DocumentReader document)
{
    public const string Milestones = "milestones";
    public const string Accountabilities = "accountabilities";

    private readonly Dictionary<(string List, string Id), List<DocumentNode>> _places = [];
    private readonly Dictionary<string, Queue<DocumentNode>> _unnamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    /// <summary>The plan's name, with which the paths of mistakes begin.</summary>
    public string Name { get; set; } = "";

    /// <summary>With what the paths of its parts begin.</summary>
    public string Prefix => $"plan/{Name}/";

    /// <summary>The objects of a list; what is none is a mistake, and passed over.</summary>
    public IEnumerable<DocumentReader> Each(string list, string example)
    {
        if (document.Find(list) is { Kind: not DocumentKind.List })
        {
            _incomplete.Add(list);
        }

        foreach (var node in document.List(list))
        {
            if (DocumentReader.Of(node, document.Check, example) is { } one)
            {
                yield return one;
                one.Done();
            }
            else
            {
                _incomplete.Add(list);
            }
        }
    }

    /// <summary>The id of one of them, under which it is found again. One without an id has its place for a name.</summary>
    public string Id(string list, DocumentReader one, string example, string property = "id")
    {
        var id = one.RequiredText(property, $"Name it, for instance {example}.");
        if (id is null)
        {
            _incomplete.Add(list);
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({list}[{one.Node.Index}])");
        }
        else if (string.IsNullOrWhiteSpace(id))
        {
            (_unnamed.TryGetValue(list, out var queue) ? queue : _unnamed[list] = []).Enqueue(one.Node.Find(property)!);
        }

        (_places.TryGetValue((list, id), out var nodes) ? nodes : _places[(list, id)] = []).Add(one.Node);
        return id;
    }

    /// <summary>Tells what a check found at the places of the document.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="isAll">Whether nothing else is wrong: then nothing follows of anything, and all of it is told.</param>
    /// <param name="told">Takes it; the document's own mistakes unless stated.</param>
    public void Tell(DiagnosticList found, bool isAll, DocumentCheck? told = null)
    {
        foreach (var mistake in found.All)
        {
            if (Of(mistake, found.PartOf(mistake)) is { } place)
            {
                (told ?? document.Check).Add(mistake, place, Cure(mistake.Code) ?? mistake.Cure);
            }
            else if (isAll)
            {
                (told ?? document.Check).Add(mistake, document.Node, Cure(mistake.Code) ?? mistake.Cure);
            }
        }
    }

    /// <summary>Where a mistake of this plan stands; null where it follows of something that could not be read, or is not there.</summary>
    public DocumentNode? Of(Diagnostic mistake, string? part)
    {
        if (part?.Split('/', 3) is not [var list, var property, .. var rest])
        {
            return part is null || _incomplete.Contains(part) ? null : document.Node.Find(part);
        }

        if (mistake.Code == "PL010" && ListsOf(property).Any(_incomplete.Contains))
        {
            return null;
        }

        if (!mistake.Path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return _unnamed.GetValueOrDefault(list)?.TryDequeue(out var unnamed) == true ? unnamed : null;
        }

        // Of several of one name the last is one too many.
        return Enumerable.Reverse(_places.GetValueOrDefault((list, mistake.Path[Prefix.Length..]), [])).Select(n => n.Find(property)).OfType<DocumentNode>()
            .Select(n => rest is [var value] && n.Kind == DocumentKind.List ? n.Parts.FirstOrDefault(p => p.Text == value) : n)
            .FirstOrDefault(n => n is not null);
    }

    // Where a property's names are to be found.
    private static string[] ListsOf(string property) => property switch
    {
        "after" or "item" => [Milestones, Accountabilities],
        "milestone" or "milestones" => [Milestones],
        "objective" => ["objectives"],
        "follows" => ["outcomes"],
        _ => ["valueDrivers"],
    };

    /// <summary>The cure in the words of documents, where the usual one speaks of C#; otherwise null.</summary>
    public static string? Cure(string code) => code switch
    {
        "PL001" => "Write a name that is not empty.",
        "PL002" => $"State at least one result that the customer is to reach: \"milestones\": [ {PlanItemReader.Example} ].",
        "PL009" => "State a condition that can hold, \"evidence\": \"signals.report.count(days(28)) >= 10.0\", or what recorded evidence completes it, \"accepts\": [\"attestation\"].",
        "PL013" => "State what the customer can do or has saved then, and put this under \"accountabilities\", with \"party\": \"vendor\".",
        "PL014" => "Read what the customer does, or let a contact of the customer attest it: \"accepts\": [\"attestation\"].",
        "PL015" => "Name it in a milestone, \"objective\": …, or leave it out.",
        "PL016" => "Name the milestones of which it consists: \"milestones\": [ … ].",
        _ => null,
    };
}
