using System.Runtime.CompilerServices;

namespace CustomerSuccess.Interventions;

/// <summary>
/// What conditions came to at points of a grid that were looked at before, for one customer: runs of points with one answer. What becomes known with an
/// effect on a point forgets it. It saves time and changes no result. Safe to use from several threads.
/// </summary>
internal sealed class GridMemory
{
    private const int RunsAtMost = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<FactCondition, List<Run>> _runs = new(ReferenceComparer.Instance);
    private DateTimeOffset? _knownAt;

    /// <summary>Forgets what may be another answer by now.</summary>
    /// <param name="moments">The facts, as known now.</param>
    public void See(CustomerMoments moments)
    {
        lock (_lock)
        {
            if (_knownAt is { } before && moments.KnownAt >= before)
            {
                if (moments.History.FirstEffectOfRecorded(before, moments.KnownAt) is { } first)
                {
                    Forget(first.At);
                }
            }
            else
            {
                _runs.Clear();
            }

            _knownAt = moments.KnownAt;
        }
    }

    /// <summary>The answer at a point, as known at an instant; null where it is not kept.</summary>
    public bool? Find(FactCondition condition, DateTimeOffset point, DateTimeOffset knownAt)
    {
        lock (_lock)
        {
            if (_knownAt != knownAt || !_runs.TryGetValue(condition, out var runs))
            {
                return null;
            }

            foreach (var run in runs)
            {
                if (run.First <= point && point <= run.Last)
                {
                    return run.Answer;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps the answer at a point that is over.</summary>
    public void Keep(FactCondition condition, DateTimeOffset point, bool answer, EvaluationGrid grid, DateTimeOffset knownAt)
    {
        lock (_lock)
        {
            if (_knownAt != knownAt || point > knownAt)
            {
                return;
            }

            if (!_runs.TryGetValue(condition, out var runs))
            {
                _runs[condition] = runs = [];
            }

            if (runs.Count > 0 && runs[^1] is var last && last.Answer == answer && grid.FirstAfter(last.Last) == point)
            {
                runs[^1] = last with { Last = point };
                return;
            }

            runs.Add(new(point, point, answer));
            if (runs.Count > RunsAtMost)
            {
                runs.RemoveAt(0);
            }
        }
    }

    private void Forget(DateTimeOffset from)
    {
        foreach (var runs in _runs.Values)
        {
            for (var i = runs.Count - 1; i >= 0; i--)
            {
                if (runs[i].First >= from)
                {
                    runs.RemoveAt(i);
                }
                else if (runs[i].Last >= from)
                {
                    runs[i] = runs[i] with { Last = from.AddTicks(-1) };
                }
            }
        }
    }

    private readonly record struct Run(DateTimeOffset First, DateTimeOffset Last, bool Answer);

    private sealed class ReferenceComparer : IEqualityComparer<FactCondition>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(FactCondition? x, FactCondition? y) => ReferenceEquals(x, y);

        public int GetHashCode(FactCondition obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
