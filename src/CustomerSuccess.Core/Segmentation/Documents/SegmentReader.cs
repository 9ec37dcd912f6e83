namespace CustomerSuccess.Segmentation;

/// <summary>Reads the document of a scheme of segments.</summary>
internal sealed class SegmentReader(DocumentReader document, FactConditionReader conditions)
{
    private const string Example = "{ \"name\": \"guided\", \"when\": \"customer.seats >= 100.0\", \"experience\": { \"coverage\": \"lowTouch\" } }";

    private readonly Dictionary<string, DocumentNode> _places = new(StringComparer.Ordinal);
    private readonly List<SegmentModel> _segments = [];
    private readonly List<SegmentModel> _everyoneElse = [];
    private bool _unread;

    /// <summary>The scheme; null where there are mistakes, which are then found.</summary>
    public SegmentScheme? Read()
    {
        var before = document.Check.Count;
        document.Text("description");
        var name = document.RequiredText("name", "Name the scheme: \"name\": \"experience\".") ?? "(scheme)";
        document.Required("purpose", "Say what it is for: \"purpose\": \"experience\".");
        var purpose = document.Word<SegmentPurpose>("purpose") ?? SegmentPurpose.Other;
        var isRead = document.Check.Count == before;
        if (document.Required("segments", $"List the segments: \"segments\": [ {Example} ].") is { } segments && document.Is(segments, DocumentKind.List, "a list of segments"))
        {
            foreach (var node in segments.Parts)
            {
                if (DocumentReader.Of(node, document.Check, Example) is { } segment)
                {
                    Segment(segment, name, isOther: false);
                }
            }
        }

        if (document.Required("otherwise", "Say in which segment everyone else falls: \"otherwise\": { \"name\": \"self-serve\", … }.") is { } other && DocumentReader.Of(other, document.Check, Example) is { } rest)
        {
            Segment(rest, name, isOther: true);
        }

        document.Done();
        if (isRead && !_unread)
        {
            Check(name, purpose);
        }

        return document.Check.Count > before ? null : new SegmentScheme(name, purpose, [.. _segments], _everyoneElse[0]);
    }

    private void Segment(DocumentReader segment, string scheme, bool isOther)
    {
        segment.Text("description");
        var name = segment.RequiredText("name", "Name the segment: \"name\": \"guided\".");
        var priority = isOther ? int.MinValue : segment.Whole("priority", int.MinValue, int.MaxValue) ?? 0;
        var when = isOther ? null : segment.Required("when", "Say who falls in it: \"when\": \"customer.seats >= 100.0\".") is { } condition ? conditions.Read(condition) : null;
        var experience = segment.Find("experience") is { } node ? ExperienceReader.Read(node, segment.Check) : null;
        segment.Done();
        if (name is null || (when is null && !isOther) || (experience is null && segment.Node.Find("experience") is not null))
        {
            _unread = true;
            return;
        }

        _places.TryAdd($"segments/{scheme}/{name}", segment.Node);
        (isOther ? _everyoneElse : _segments).Add(new() { Name = name, When = when, Priority = priority, Experience = experience });
    }

    private void Check(string name, SegmentPurpose purpose)
    {
        if (_everyoneElse.Count == 0)
        {
            return;
        }

        var found = new DiagnosticList();
        SegmentCheck.Run(name, purpose, _segments, _everyoneElse, found);
        foreach (var mistake in found.All)
        {
            var place = _places.GetValueOrDefault(mistake.Path) ?? document.Node;
            document.Check.Add(mistake, Properties(mistake.Code).Select(place.Find).FirstOrDefault(n => n is not null) ?? place, Cure(mistake.Code) ?? mistake.Cure);
        }
    }

    private static string[] Properties(string code) => code switch
    {
        "SG006" => ["experience"],
        "SG001" or "SG003" or "SG004" => ["name"],
        _ => [],
    };

    private static string? Cure(string code) => code switch
    {
        "SG004" => "Name each segment once; join two conditions with ||.",
        "SG005" => "Say how it is served: \"experience\": { \"coverage\": \"lowTouch\", \"channels\": [\"email\"] }.",
        "SG006" => "Leave it out, or write \"purpose\": \"experience\".",
        _ => null,
    };
}
