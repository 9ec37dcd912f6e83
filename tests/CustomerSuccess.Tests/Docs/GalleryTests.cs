using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>The gallery: published scorecards of the field as documents, with their published numbers.</summary>
[Requirement("HLT-21")]
public sealed class GalleryTests
{
    private const string Folder = "docs/gallery";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All().Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_gives_the_published_number(int index)
    {
        var expected = All()[index];
        var card = ScorecardDocument.Read(Document(expected.GetProperty("document").GetString()!));
        var row = card.Inputs.Select(name => Input(card, name, expected.GetProperty("row"))).ToArray();
        foreach (var given in expected.GetProperty("row").EnumerateObject())
        {
            Assert.Contains(given.Name, card.Inputs);
        }

        var score = card.Score(row, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

        var asserted = 0;
        foreach (var property in expected.EnumerateObject())
        {
            asserted++;
            switch (property.Name)
            {
                case "value" when property.Value.ValueKind == JsonValueKind.Null:
                    Assert.Null(score.Value);
                    break;
                case "value":
                    Assert.Equal(property.Value.GetDouble(), score.Value!.Value, 1e-9);
                    break;
                case "shown":
                    Assert.Equal(property.Value.GetString(), score.ToSnapshot().Shown);
                    break;
                case "band":
                    Assert.Equal(property.Value.GetString(), score.Band!.Name);
                    break;
                case "coverage":
                    Assert.Equal(property.Value.GetDouble(), score.Coverage, 1e-9);
                    break;
                case "lower":
                    Assert.Equal(property.Value.GetDouble(), score.Lower!.Value, 1e-9);
                    break;
                case "upper":
                    Assert.Equal(property.Value.GetDouble(), score.Upper!.Value, 1e-9);
                    break;
                default:
                    Assert.Contains(property.Name, (string[])["document", "row"]);
                    break;
            }
        }

        Assert.True(asserted > 2, "A case asserts something.");
    }

    [Fact]
    public void Every_document_of_the_gallery_has_a_case_or_a_report()
    {
        string[] literal = ["gitlab-bands-literal.json", "gitlab-licence-literal.json", "posthog-literal.json"];
        var cases = All().Select(c => c.GetProperty("document").GetString()!).Concat(literal).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(Repository.PathOf(Folder), "*.json").Select(Path.GetFileName).Where(f => f != "cases.json");

        Assert.Equal(cases.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("HLT-19")]
    public void The_literal_table_of_GitLab_is_refused_and_each_gap_and_overlap_is_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(Document("gitlab-licence-literal.json")));

        Assert.Equal(
            [
                "SC019 $.measures[0].curve.table.rows The rows leave a gap: (50, 51) has no points.",
                "SC019 $.measures[0].curve.table.columns The columns leave a gap: [0, 2) has no points.",
                "SC020 $.measures[0].curve.table.columns Two columns overlap: [2, 6] and [6, 9] both hold 6.",
            ],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Path} {d.Message}"));
    }

    [Fact]
    [Requirement("HLT-19")]
    public void The_literal_bands_of_GitLab_are_refused_and_both_gaps_are_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(Document("gitlab-bands-literal.json")));

        Assert.Equal(
            ["SC019 $.bands The bands leave a gap: a score in (49, 50) has none.", "SC019 $.bands The bands leave a gap: a score in (74, 75) has none."],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Path} {d.Message}"));
    }

    [Fact]
    [Requirement("HLT-19")]
    public void The_literal_weights_of_PostHog_are_refused_for_their_sum()
    {
        var mistake = Assert.Single(Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(Document("posthog-literal.json"))).Diagnostics);

        Assert.Equal("SC008 $.weightsTotal The weights sum to 140, and 100 is stated as their total.", $"{mistake.Code} {mistake.Path} {mistake.Message}");
    }

    private static double Input(Scorecard card, string name, JsonElement row)
    {
        if (!row.TryGetProperty(name, out var given))
        {
            return double.NaN;
        }

        if (given.ValueKind == JsonValueKind.Number)
        {
            return given.GetDouble();
        }

        var categories = ((CategoryCurve)card.Model.AllMeasures.Single(m => m.Name == name).Curve).Categories;
        return categories.Select(c => c.Name).ToList().IndexOf(given.GetString()!);
    }

    private static ConfigurationDocument Document(string name) => ConfigurationDocument.FromFile(Repository.PathOf($"{Folder}/{name}"));

    private static List<JsonElement> All()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"{Folder}/cases.json")), Options);
        return [.. cases.RootElement.EnumerateArray().Select(c => c.Clone())];
    }
}
