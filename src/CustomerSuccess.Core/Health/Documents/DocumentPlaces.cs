namespace CustomerSuccess.Health;

/// <summary>Where the parts of a draft stand in its document, so that the mistakes which its check finds are told there, in the document's words.</summary>
internal sealed class DocumentPlaces
{
    private readonly Dictionary<string, List<DocumentNode>> _places = new(StringComparer.Ordinal);
    private readonly List<(ExceptionDraft Draft, DocumentNode Node)> _exceptions = [];
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private bool _unreadBands;

    public void Add(string path, DocumentNode node)
    {
        if (_places.TryGetValue(path, out var nodes))
        {
            nodes.Add(node);
        }
        else
        {
            _places.Add(path, [node]);
        }
    }

    public void AddException(string scorecard, ExceptionDraft draft, DocumentNode node)
    {
        _exceptions.Add((draft, node));
        if (draft.Id is { } id)
        {
            Add($"{scorecard}/exceptions/{id}", node);
        }
    }

    /// <summary>A measure of which the curve could not be read: that was found already, and what follows of it is no mistake of its own.</summary>
    public void Mark(string path, bool isUnread)
    {
        if (isUnread)
        {
            _unread.Add(path);
        }
    }

    /// <summary>A measure of which the reader could not be made: that it has no age follows of that.</summary>
    public void MarkReader(string path, bool isUnread)
    {
        if (isUnread)
        {
            _unreadable.Add(path);
        }
    }

    /// <summary>The bands could not be read: that was found already, and that a band is not there follows of it.</summary>
    public void MarkBands() => _unreadBands = true;

    /// <summary>Tells what a check found at the places of the document.</summary>
    public void Tell(DiagnosticList found, ScorecardDraft draft, DocumentNode top, DocumentCheck check)
    {
        Number(draft);
        foreach (var mistake in found.All.Where(m => !Follows(m)))
        {
            string[] properties = found.PartOf(mistake) is { } stated ? [stated] : ScorecardPlaces.Properties(mistake.Code);
            check.Add(mistake, Part(_places.GetValueOrDefault(mistake.Path) ?? [top], properties), ScorecardPlaces.Cure(mistake) ?? mistake.Cure);
        }
    }

    // Of several parts of one path it is that which has such a property; of several of one name the last is one too many.
    private static DocumentNode Part(List<DocumentNode> places, string[] properties)
    {
        foreach (var property in properties)
        {
            for (var i = places.Count - 1; i >= 0; i--)
            {
                if (places[i].Find(property) is { } part)
                {
                    return part;
                }
            }
        }

        return places[0];
    }

    private bool Follows(Diagnostic mistake) =>
        (_unread.Contains(mistake.Path) && ScorecardPlaces.Properties(mistake.Code) is ["curve"])
        || (mistake.Code == "SC015" && _unreadable.Contains(mistake.Path))
        || (mistake.Code == "SC027" && _unreadBands);

    // As the check numbers them: those without an id, by kind.
    private void Number(ScorecardDraft draft)
    {
        var (ids, next) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<ScoreLineKind, int>());
        foreach (var (exception, node) in _exceptions)
        {
            var id = exception.Id ?? ExceptionCheck.Numbered(exception.Kind, ids, next);
            ids.Add(id);
            Add($"{draft.Name}/exceptions/{id}", node);
        }
    }
}
