namespace CustomerSuccess.SuccessPlans;

/// <summary>The events of a plan for one customer, each id once, found by what they are about. Not safe to use from several threads.</summary>
internal sealed class EventBook
{
    private static readonly PlanEvent[] None = [];

    private readonly SuccessPlan _plan;
    private readonly string _customerId;
    private readonly Dictionary<string, PlanEvent> _byId = new(StringComparer.Ordinal);
    private readonly List<PlanEvent>?[] _ofItem;
    private PlanEvent[] _all = new PlanEvent[8];
    private int _count;
    private RefusedEvent[] _refused = [];
    private int _refusals;
    private HashSet<PlanEvent>? _known;
    private Dictionary<string, List<EventTakenBack>>? _takenBack;

    public EventBook(SuccessPlan plan, string customerId) => (_plan, _customerId, _ofItem) = (plan, customerId, new List<PlanEvent>?[plan.Graph.Items.Length]);

    /// <summary>Everything as it is now: what is added later does not change it.</summary>
    public EventSnapshot Snapshot => new(_all, _count, _refused, _refusals);

    /// <summary>Adds an event.</summary>
    /// <returns>The places of the items that it may change; null where it may change any.</returns>
    public IReadOnlyList<int>? Add(PlanEvent given)
    {
        if (given.PlanId != _plan.Version.PlanId || given.CustomerId != _customerId)
        {
            return [];
        }

        if (_byId.TryAdd(given.Id, given))
        {
            Append(given);
            return Place(given);
        }

        var known = _byId[given.Id];
        if (given.Equals(known))
        {
            return [];
        }

        if (given.RecordedAt > known.RecordedAt || (given.RecordedAt == known.RecordedAt && string.CompareOrdinal(given.Content, known.Content) >= 0))
        {
            Refuse(given, Conflict);
            return [];
        }

        // The one recorded first stays, whichever came first.
        Remove(known);
        Refuse(known, Conflict);
        _byId[given.Id] = given;
        Append(given);
        Place(given);
        return null;
    }

    public IReadOnlyList<PlanEvent> Of(int item) => (IReadOnlyList<PlanEvent>?)_ofItem[item] ?? None;

    /// <summary>Whether an event is visible, and not taken back by one that is.</summary>
    public bool Stands(PlanEvent given, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        if (given.OccurredAt > asOf || given.RecordedAt > knownAt)
        {
            return false;
        }

        if (_takenBack is null || !_takenBack.TryGetValue(given.Id, out var back))
        {
            return true;
        }

        foreach (var taken in back)
        {
            if (taken.OccurredAt <= asOf && taken.RecordedAt <= knownAt)
            {
                return false;
            }
        }

        return true;
    }

    private const string Conflict = "another event of that id was recorded before it";

    private int[] Place(PlanEvent given)
    {
        if (given is EventTakenBack back)
        {
            _takenBack ??= new(StringComparer.Ordinal);
            (_takenBack.TryGetValue(back.EventId, out var list) ? list : _takenBack[back.EventId] = []).Add(back);
            return _byId.TryGetValue(back.EventId, out var taken) ? Items(taken) : [];
        }

        if (ItemOf(given) is not { } item)
        {
            return [];
        }

        var place = _plan.Graph.PlaceOf(item);
        if (place < 0)
        {
            Refuse(given, $"the plan has no '{item}'");
            return [];
        }

        if (given is EvidenceGiven evidence && !_plan.Graph.Items[place].Accepts.Contains(evidence.Kind))
        {
            Refuse(given, $"'{item}' is not completed by {Word(evidence.Kind)}");
            return [];
        }

        (_ofItem[place] ??= []).Add(given);
        return [place];
    }

    private int[] Items(PlanEvent given) => ItemOf(given) is { } item && _plan.Graph.PlaceOf(item) is >= 0 and var place ? [place] : [];

    private void Remove(PlanEvent given)
    {
        if (_known?.Remove(given) == true)
        {
            _refused = [.. _refused.Take(_refusals).Where(r => !ReferenceEquals(r.Event, given))];
            _refusals = _refused.Length;
        }

        _all = [.. _all.Take(_count).Where(e => !ReferenceEquals(e, given))];
        _count = _all.Length;
        foreach (var list in _ofItem)
        {
            list?.Remove(given);
        }

        foreach (var list in _takenBack?.Values ?? Enumerable.Empty<List<EventTakenBack>>())
        {
            list.RemoveAll(e => ReferenceEquals(e, given));
        }
    }

    private void Refuse(PlanEvent given, string reason)
    {
        if (!(_known ??= []).Add(given))
        {
            return;
        }

        if (_refusals == _refused.Length)
        {
            Array.Resize(ref _refused, Math.Max(4, _refusals * 2));
        }

        _refused[_refusals++] = new() { Event = given, Reason = reason };
    }

    // What a snapshot sees of the array is never written again.
    private void Append(PlanEvent given)
    {
        if (_count == _all.Length)
        {
            Array.Resize(ref _all, Math.Max(8, _count * 2));
        }

        _all[_count++] = given;
    }

    private static string? ItemOf(PlanEvent given) => given switch
    {
        EvidenceGiven evidence => evidence.Item,
        AccountabilityExcused excused => excused.Item,
        AccountabilityDisputed disputed => disputed.Item,
        OutcomeClaimed claimed => claimed.Item,
        OutcomeAcknowledged acknowledged => acknowledged.Item,
        _ => null,
    };

    private static string Word(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Attestation => "an attestation",
        EvidenceKind.Document => "a document",
        _ => "an event",
    };
}
