using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Foundation;

namespace CustomerSuccess.Tests.Health;

public sealed class HealthScoreSnapshotTests
{
    private static readonly Scorecard Card = Scorecard.ForColumns("default")
        .Measure("nps", m => m.Unit("points").MoreIsBetter().Linear(-20, 60).ExpiresAfter(TimeSpan.FromDays(90)))
        .Measure("seats", m => m.MoreIsBetter().Linear(0, 0.5))
        .CapAt(40, m => m["nps"].LessThan(0), "detractor", id: "detractor")
        .Build();

    private static readonly ScoreRequest Request = new()
    {
        AsOf = new DateTimeOffset(2024, 3, 1, 1, 0, 0, TimeSpan.FromHours(1)),
        KnownAt = One.AsOf.AddDays(1),
        CustomerId = "acme",
        Segment = "trial",
        PreviousBand = "Yellow",
        Override = new ManualOverride(90, "mo", "knows \"them\"", One.AsOf.AddDays(-1), One.AsOf.AddDays(9)),
    };

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void The_JSON_of_a_score_is_plain_camel_case_data_in_every_culture(string culture) => Culture.Run(culture, () =>
    {
        var json = Card.Score([-4, 0.25, 12.5], Request).ToSnapshot().ToJson();
        using var parsed = JsonDocument.Parse(json);

        Assert.StartsWith(
            "{\"customerId\":\"acme\",\"strategy\":\"default\",\"segment\":\"trial\",\"state\":\"Scored\",\"value\":90,\"computed\":35,\"shown\":\"90.0\",\"level\":\"Green\",\"band\":\"Green\",\"previousBand\":\"Yellow\",\"coverage\":1,",
            json,
            StringComparison.Ordinal);
        Assert.Equal("2024-03-01T00:00:00+00:00", parsed.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("2024-03-02T00:00:00+00:00", parsed.RootElement.GetProperty("knownAt").GetString());
        Assert.Equal(1, parsed.RootElement.GetProperty("engineSemantics").GetInt32());
        Assert.Equal("12.12:00:00", parsed.RootElement.GetProperty("lines")[0].GetProperty("age").GetString());
        Assert.Equal("WithoutEffect", parsed.RootElement.GetProperty("exceptions")[0].GetProperty("outcome").GetString());
        Assert.False(parsed.RootElement.TryGetProperty("reason", out _));
    });

    [Fact]
    public void It_reads_back_with_everything()
    {
        var snapshot = Card.Score([double.NaN, 0.25, 12.5], Request).ToSnapshot();
        var read = HealthScoreSnapshot.FromJson(snapshot.ToJson());

        Assert.Equal(snapshot.ToJson(), read.ToJson());
        Assert.Equal(snapshot.Override, read.Override);
        Assert.Equal(new UnknownCause("nps", UnknownKind.NotGiven), read.Lines[0].Cause);
        Assert.Equal(snapshot.AsOf, read.AsOf);
    }

    [Fact]
    public void Doubles_keep_their_last_bit()
    {
        var snapshot = Card.Score([40 / 3d, 0.1 + 0.2, 1d / 3], One.AsOf).ToSnapshot();

        Assert.Equal(snapshot.Value, HealthScoreSnapshot.FromJson(snapshot.ToJson()).Value);
        Assert.Equal(snapshot.Lines.Select(l => l.Points), HealthScoreSnapshot.FromJson(snapshot.ToJson()).Lines.Select(l => l.Points));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    public void What_is_no_snapshot_is_refused(string json) => Assert.Throws<JsonException>(() => HealthScoreSnapshot.FromJson(json));
}
