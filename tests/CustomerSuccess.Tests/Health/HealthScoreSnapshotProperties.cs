using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health;

public sealed class HealthScoreSnapshotProperties
{
    [Law]
    public void A_score_written_as_JSON_and_read_again_is_the_same_data(Seed seed)
    {
        var thrown = new Thrown(seed);
        var snapshot = thrown.Score().ToSnapshot();
        var json = snapshot.ToJson();
        var read = HealthScoreSnapshot.FromJson(json);

        thrown.True(json == read.ToJson(), () => $"{json}\nread again is\n{read.ToJson()}");
        thrown.True(SameWithoutLists(snapshot, read), json);
        thrown.True(snapshot.Lines.Select(Data).SequenceEqual(read.Lines.Select(Data)), json);
        thrown.True(snapshot.Exceptions.Select(Data).SequenceEqual(read.Exceptions.Select(Data)), json);
    }

    // Lists are compared by reference in a record, so each side gets the same empty ones.
    private static bool SameWithoutLists(HealthScoreSnapshot a, HealthScoreSnapshot b)
    {
        IReadOnlyList<ScoreLine> lines = [];
        IReadOnlyList<ExceptionLine> exceptions = [];
        return a with { Lines = lines, Exceptions = exceptions } == b with { Lines = lines, Exceptions = exceptions };
    }

    private static object Data(ScoreLine l) =>
        (l.Name, l.Group, l.Kind, l.Points, l.State, l.Raw, (l.RawText, l.Unit, l.Normalised, l.Weight, l.Age, l.Cause, l.Because));

    private static object Data(ExceptionLine e) => (e.Id, e.Kind, e.Outcome, e.Because, e.Points, e.HeldAsItStands);
}
