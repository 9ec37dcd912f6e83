using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Reads how the health of child accounts is rolled up.</summary>
internal static class RollUpReader
{
    private const string Example = "{ \"method\": \"mean\" }";

    /// <summary>The options; null where nothing is said, or it has mistakes, which are then found.</summary>
    public static RollUpOptions? Read(DocumentReader document)
    {
        if (document.Object("rollUp", Example) is not { } rollUp)
        {
            return null;
        }

        var before = rollUp.Check.Count;
        var (method, lost) = (rollUp.Word<RollUpMethod>("method") ?? default, rollUp.Word<LostChildren>("lost") ?? default);
        var (own, subtree, overrides) = (rollUp.Number("ownWeight", 0), rollUp.Flag("wholeSubtree"), rollUp.OptionalFlag("countsOverrides") ?? true);
        var (currency, poorBelow) = (rollUp.Text("currency"), rollUp.Number("poorBelow"));
        var (curve, bands) = (Curve(rollUp), rollUp.List("poorBands").Select(rollUp.NumberOf).OfType<double>().ToArray());
        rollUp.Done();
        if (rollUp.Check.Count > before)
        {
            return null;
        }

        try
        {
            var usual = new RollUpOptions();
            if (bands.Length > 0 && bands.Length != usual.Bands.Bands.Count - 1)
            {
                throw new ArgumentException($"{bands.Length} shares are stated for {usual.Bands.Bands.Count} bands. State one for every band but the best.");
            }

            return new RollUpOptions
            {
                Method = method,
                Lost = lost,
                OwnWeight = own,
                WholeSubtree = subtree,
                CountsOverrides = overrides,
                Currency = currency,
                PoorBelow = poorBelow,
                PoorCurve = curve ?? usual.PoorCurve,
                PoorBands = bands,
            };
        }
        catch (ArgumentException e)
        {
            rollUp.Check.Add("DO004", rollUp.Node, $"The roll-up cannot be used: {e.Message.Split(" (Parameter", 2)[0].Split('\n', 2)[0]}", "Correct it there.");
            return null;
        }
    }

    /// <summary>What content hashes say of them: what is usual is left out; null where all of it is.</summary>
    public static Dictionary<string, object?>? Json(RollUpOptions options)
    {
        var usual = new RollUpOptions();
        var json = new Dictionary<string, object?>
        {
            ["method"] = options.Method == usual.Method ? null : DocumentWords.Of(options.Method),
            ["lost"] = options.Lost == usual.Lost ? null : DocumentWords.Of(options.Lost),
            ["ownWeight"] = options.OwnWeight == usual.OwnWeight ? null : options.OwnWeight,
            ["wholeSubtree"] = options.WholeSubtree ? true : null,
            ["countsOverrides"] = options.CountsOverrides ? null : false,
            ["currency"] = options.Currency,
            ["poorBelow"] = options.PoorBelow,
            ["poorCurve"] = options.PoorCurve.SequenceEqual(usual.PoorCurve) ? null : options.PoorCurve.Select(p => (object)new List<object> { p.Share, p.Value }).ToList(),
            ["poorBands"] = options.PoorBands.Count == 0 ? null : options.PoorBands.Select(s => (object)s).ToList(),
        };
        return json.Values.All(v => v is null) ? null : json;
    }

    private static List<(double Share, double Value)>? Curve(DocumentReader rollUp)
    {
        if (rollUp.Find("poorCurve") is not { } node || !rollUp.Is(node, DocumentKind.List, "pairs of share and value: [[0, 100], [1, 0]]"))
        {
            return null;
        }

        List<(double, double)> points = [];
        foreach (var pair in node.Parts)
        {
            if (pair is { Kind: DocumentKind.List, Parts: [{ Kind: DocumentKind.Number } share, { Kind: DocumentKind.Number } value] })
            {
                points.Add((share.Number, value.Number));
            }
            else
            {
                rollUp.Check.Add("DO004", pair, $"A point is a pair of the share of poor children and the value.", "Write [0.5, 20]: from a half on it is 20.");
            }
        }

        return points;
    }
}
