namespace CustomerSuccess.SuccessPlans;

/// <summary>Says how an accountability stands.</summary>
internal static class AccountabilityMaker
{
    private static readonly IReadOnlyList<AccountabilityDisputed> Undisputed = [];

    public static AccountabilityState Make(Accountability accountability, int place, StateParts parts, EventBook book, FactsEvidence followed)
    {
        var (evidence, keptUntil) = (parts.Evidence[place], parts.Schedule.KeptUntil(place));
        var (excuse, disputes) = Said(book, place, followed);
        int? done = evidence.IsOpen ? null : evidence.Day;
        return new()
        {
            Id = accountability.Id,
            Title = accountability.Title,
            Party = accountability.Party,
            Standing = excuse is not null ? AccountabilityStanding.Excused
                : done is { } day ? day <= keptUntil ? AccountabilityStanding.Kept : AccountabilityStanding.KeptLate
                : followed.Day > keptUntil ? AccountabilityStanding.Failed
                : followed.Day >= accountability.DueDay ? AccountabilityStanding.Due
                : AccountabilityStanding.NotYetDue,
            DueDay = accountability.DueDay,
            ReadyDay = parts.Schedule.Ready[place],
            KeptUntilDay = keptUntil,
            DoneAt = evidence.At,
            DoneDay = done,
            DaysLate = Math.Max(0, (done ?? followed.Day) - accountability.DueDay),
            Excuse = excuse,
            Disputes = disputes,
            Causes = evidence.Causes ?? [],
        };
    }

    // The first excuse, and the disputes by when they were raised.
    private static (AccountabilityExcused? Excuse, IReadOnlyList<AccountabilityDisputed> Disputes) Said(EventBook book, int place, FactsEvidence followed)
    {
        var (excuse, disputes) = ((AccountabilityExcused?)null, (List<AccountabilityDisputed>?)null);
        foreach (var given in book.Of(place))
        {
            if (given is AccountabilityExcused excused && book.Stands(excused, followed.Facts.AsOf, followed.Facts.KnownAt))
            {
                excuse = excuse is null || Order(excused, excuse) < 0 ? excused : excuse;
            }
            else if (given is AccountabilityDisputed disputed && book.Stands(disputed, followed.Facts.AsOf, followed.Facts.KnownAt))
            {
                (disputes ??= []).Add(disputed);
            }
        }

        disputes?.Sort(Order);
        return (excuse, disputes?.AsReadOnly() ?? Undisputed);
    }

    private static int Order(PlanEvent one, PlanEvent other)
    {
        var order = one.OccurredAt.CompareTo(other.OccurredAt);
        order = order != 0 ? order : one.RecordedAt.CompareTo(other.RecordedAt);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}
