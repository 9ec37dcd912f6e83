namespace CustomerSuccess.Interventions;

/// <summary>Does what people are to do, as far as they have time: the gravest first, then what is due first.</summary>
internal sealed class ReplayPeople(CustomerInterventions engine, int? perDay)
{
    private readonly Dictionary<TouchKey, (string Customer, TouchReserved Reserved, CaseSeverity Severity)> _waiting = [];
    private readonly Dictionary<(string Owner, DateOnly Day), int> _done = [];
    private readonly Dictionary<CaseKey, CaseSeverity> _severities = [];

    /// <summary>The touches that wait to be done.</summary>
    public IReadOnlyCollection<TouchKey> Waiting => _waiting.Keys;

    /// <summary>Whether what waits may be done on another day.</summary>
    public bool IsForLater => perDay is > 0 && _waiting.Count > 0;

    public void See(IEnumerable<CustomerEvents> changes)
    {
        foreach (var (customer, given) in changes.SelectMany(c => c.Events.Select(e => (c.CustomerId, e))))
        {
            if (given is CaseOpened opened)
            {
                _severities[given.Case] = opened.Severity;
            }
            else if (given is TouchReserved { IsByPeople: true } reserved)
            {
                _waiting[reserved.Touch] = (customer, reserved, _severities.GetValueOrDefault(given.Case));
            }
            else if (given is TouchCancelled or TouchSuppressed)
            {
                _waiting.Remove(given is TouchCancelled cancelled ? cancelled.Touch : ((TouchSuppressed)given).Touch);
            }
        }
    }

    /// <summary>Does what there is time for at an instant; gives whether anything was tried.</summary>
    public async ValueTask<bool> WorkAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0 || perDay == 0)
        {
            return false;
        }

        var (tried, day) = (false, DateOnly.FromDateTime(at.UtcDateTime));
        foreach (var (key, (customer, reserved, _)) in _waiting.Where(w => w.Value.Reserved.DueAt <= at)
            .OrderByDescending(w => w.Value.Severity).ThenBy(w => w.Value.Reserved.DueAt).ThenBy(w => w.Value.Customer, StringComparer.Ordinal).ThenBy(w => w.Key.ToString(), StringComparer.Ordinal).ToArray())
        {
            var owner = (reserved.OwnerId ?? "", day);
            var done = _done.GetValueOrDefault(owner);
            if (done >= perDay)
            {
                continue;
            }

            tried = true;
            _waiting.Remove(key);
            if ((await engine.CompleteAsync(customer, key, at, null, cancellationToken).ConfigureAwait(false)).IsAllowed)
            {
                _done[owner] = done + 1;
            }
        }

        return tried;
    }
}
