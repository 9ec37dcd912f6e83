namespace CustomerSuccess.Interventions;

/// <summary>
/// The second of two steps, over all customers: in one total order each touch takes a unit from every owner or from none; and of cases of several
/// customers with one correlation key the first is opened. What comes of it does not depend on how the first step was divided.
/// </summary>
internal static class Allocator
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>Severity and priority, the highest first; due, rule, customer, correlation key, occurrence, step, rung, contact.</summary>
    public static IComparer<TouchRequest> Order { get; } = Comparer<TouchRequest>.Create(static (a, b) =>
        b.Case.Opened.Severity.CompareTo(a.Case.Opened.Severity) is not 0 and var bySeverity ? bySeverity
        : b.Rule.Priority.CompareTo(a.Rule.Priority) is not 0 and var byPriority ? byPriority
        : a.FirstDueAt.CompareTo(b.FirstDueAt) is not 0 and var byDue ? byDue
        : string.CompareOrdinal(a.Key.Case.Rule, b.Key.Case.Rule) is not 0 and var byRule ? byRule
        : string.CompareOrdinal(a.CustomerId, b.CustomerId) is not 0 and var byCustomer ? byCustomer
        : a.Key.Case.CompareTo(b.Key.Case) is not 0 and var byCase ? byCase
        : a.Key.Step != b.Key.Step ? a.Key.Step.CompareTo(b.Key.Step)
        : a.Key.Rung != b.Key.Rung ? a.Key.Rung.CompareTo(b.Key.Rung)
        : string.CompareOrdinal(a.Key.ContactId, b.Key.ContactId));

    /// <summary>Gives touches their units, or says whose budget is used up.</summary>
    public static void Reserve(IEnumerable<CustomerProposal> proposals, BudgetBook book, DateTimeOffset at)
    {
        var byCustomer = proposals.ToDictionary(p => p.CustomerId, StringComparer.Ordinal);
        var requests = byCustomer.Values.SelectMany(p => p.Requests).ToArray();
        Array.Sort(requests, Order);
        var refused = new List<TouchRequest>();
        foreach (var request in requests)
        {
            // Where somebody else has just given it its units, they are its own.
            BudgetOwner[] owners = [.. request.Owners];
            foreach (var owner in owners)
            {
                book.Remove(owner, request.Key);
            }

            var due = DueOf(request, owners, book, at);
            if (due is not { } instant)
            {
                refused.Add(request);
                continue;
            }

            foreach (var owner in owners)
            {
                book.Add(new(owner, request.Key, instant, request.Channel));
            }

            byCustomer[request.CustomerId].Events.Add(Reserved(request, instant, at));
        }

        // When a unit is free again is asked once all are given: it is the same for everyone who asks.
        foreach (var request in refused)
        {
            BudgetOwner[] owners = [.. request.Owners];
            Refuse(byCustomer[request.CustomerId], request, BudgetBook.Words(book.Exhausted(owners, request.Channel, request.DueAt)), book.FirstFit(owners, request.Channel, request.DueAt), at);
        }
    }

    // When it is due, or else the first instant up to now at which a unit is free.
    private static DateTimeOffset? DueOf(TouchRequest request, BudgetOwner[] owners, BudgetBook book, DateTimeOffset at) =>
        book.Exhausted(owners, request.Channel, request.DueAt).Count == 0 ? request.DueAt
        : book.FirstFit(owners, request.Channel, request.DueAt) is { } free && free <= at ? free
        : null;

    private static TouchReserved Reserved(TouchRequest request, DateTimeOffset due, DateTimeOffset at) => new()
    {
        Case = request.Case.Key,
        At = due,
        KnownAt = at,
        Touch = request.Key,
        DueAt = due,
        Channel = request.Channel,
        IsByPeople = request.IsByPeople,
        OwnerId = request.OwnerId,
        Minutes = request.Rule.Minutes,
        Because = request.Because,
    };

    private static void Refuse(CustomerProposal proposal, TouchRequest request, string because, DateTimeOffset? until, DateTimeOffset at)
    {
        var again = until ?? (DateTimeOffset.MaxValue - at > OneDay ? at + OneDay : null);
        if (request.Before is not { State: TouchState.Suppressed, Reason: SuppressionReason.Budget } before || before.NotBefore != again || before.Because != because)
        {
            proposal.Events.Add(new TouchSuppressed { Case = request.Case.Key, At = request.FirstDueAt, KnownAt = at, Touch = request.Key, Reason = SuppressionReason.Budget, Because = because, Until = again });
        }

        proposal.DueAt(again);
    }
}
