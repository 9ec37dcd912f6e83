using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.Health.Documents;

/// <summary>What is written as a document and read back is the same scorecard, over thrown scorecards of every kind.</summary>
[Requirement("OPS-2")]
public sealed class ScorecardDocumentLaws
{
    [Property(MaxTest = 300)]
    public void A_document_reads_back_with_the_same_hash_and_the_same_bits_of_every_score(int seed, byte size)
    {
        var thrown = new Thrown(new Seed(seed, 1 + (size % 7)), actionable: true);
        var card = thrown.Plan.Build();

        var text = ScorecardDocument.Write(card);
        var read = ScorecardDocument.Read(new("card.json", text), Cohorts(card));

        Assert.Equal(CanonicalJson.Write(ScorecardHash.Json(card.Model)), CanonicalJson.Write(ScorecardHash.Json(read.Model)));
        Assert.Equal(card.Definition.ConfigurationHash, read.Definition.ConfigurationHash);
        Assert.Equal(text, ScorecardDocument.Write(read));
        var row = thrown.Row.For(card);
        var (before, after) = (card.Evaluate(row), read.Evaluate(row));
        Assert.Equal(BitConverter.DoubleToInt64Bits(before.Value), BitConverter.DoubleToInt64Bits(after.Value));
        Assert.Equal((before.LevelIndex, before.BandIndex, before.Coverage, before.Lower, before.Upper), (after.LevelIndex, after.BandIndex, after.Coverage, after.Lower, after.Upper));
    }

    [Property(MaxTest = 100)]
    public void Layout_comments_and_descriptions_leave_the_hash_alone(int seed)
    {
        var card = new Thrown(new Seed(seed, 4), actionable: false).Plan.Build();
        var text = ScorecardDocument.Write(card);

        var other = "// a remark\n" + text.Replace("\n", " /* here too */\r\n", StringComparison.Ordinal).Replace("{ /* here too */\r\n  \"kind\"", "{ \"$schema\": \"x\", \"format\": 1, \"description\": \"what it is for\", \"kind\"", StringComparison.Ordinal);

        Assert.NotEqual(text, other);
        var read = ScorecardDocument.Read(new("card.json", other), Cohorts(card));
        Assert.Equal(CanonicalJson.Write(ScorecardHash.Json(card.Model)), CanonicalJson.Write(ScorecardHash.Json(read.Model)));
        Assert.Equal(card.Definition.ConfigurationHash, read.Definition.ConfigurationHash);
    }

    [Fact]
    public void Minus_nought_is_nought_in_a_range_too() =>
        Assert.Equal(
            Scorecard.ForColumns().Measure("a", m => m.Valid(-0.0, 1).MoreIsBetter().Linear(-0.0, 1)).Build().Definition.ConfigurationHash,
            Scorecard.ForColumns().Measure("a", m => m.Valid(0, 1).MoreIsBetter().Linear(0, 1)).Build().Definition.ConfigurationHash);

    private static CohortReference[] Cohorts(Scorecard card) => [.. card.Model.AllMeasures.Select(m => m.Curve).OfType<PercentileCurve>().Select(c => c.Cohort).OfType<CohortReference>().Distinct()];
}
