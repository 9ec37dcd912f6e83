namespace CustomerSuccess.Interventions;

/// <summary>
/// In which order what a cycle comes to is recorded, so that no two customers ever hold one correlation key: most customers as a whole; of those that hand
/// keys to one another case by case, in the order in which the cases were opened.
/// </summary>
internal static class RecordingOrder
{
    /// <summary>The parts, each of one customer.</summary>
    public static IEnumerable<RecordedPart> Of(IReadOnlyCollection<CustomerProposal> proposals)
    {
        var handing = Handing(proposals);
        foreach (var proposal in proposals.Where(p => !handing.Contains(p.CustomerId)))
        {
            yield return new(proposal, proposal.Events, IsLast: true);
        }

        var parts = proposals.Where(p => handing.Contains(p.CustomerId)).SelectMany(p => p.Events.GroupBy(e => e.Case).Select(g => (Proposal: p, Case: g.Key, Events: g.ToArray())))
            .OrderBy(p => p.Events.OfType<CaseOpened>().FirstOrDefault()?.At ?? DateTimeOffset.MinValue).ThenBy(p => p.Proposal.CustomerId, StringComparer.Ordinal).ThenBy(p => p.Case).ToArray();
        var left = parts.GroupBy(p => p.Proposal).ToDictionary(g => g.Key, g => g.Count());
        foreach (var part in parts)
        {
            yield return new(part.Proposal, part.Events, IsLast: --left[part.Proposal] == 0);
        }
    }

    // Of a key that two customers open or close in one cycle, both.
    private static HashSet<string> Handing(IReadOnlyCollection<CustomerProposal> proposals)
    {
        var (first, handing) = (new Dictionary<(string Rule, string Correlation), string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var proposal in proposals)
        {
            foreach (var given in proposal.Events)
            {
                var key = (given.Case.Rule, given.Case.Correlation);
                if (given is CaseOpened { RuleHash: not null } or CaseClosed && !first.TryAdd(key, proposal.CustomerId) && first[key] != proposal.CustomerId)
                {
                    handing.Add(first[key]);
                    handing.Add(proposal.CustomerId);
                }
            }
        }

        return handing;
    }
}

/// <summary>What is recorded at once.</summary>
/// <param name="Proposal">Of which customer.</param>
/// <param name="Events">What happened.</param>
/// <param name="IsLast">Whether it is the customer's last part: until then it is not evaluated, and a cycle that is broken off finds it due.</param>
internal sealed record RecordedPart(CustomerProposal Proposal, IReadOnlyList<CaseEvent> Events, bool IsLast);
