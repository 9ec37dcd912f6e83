namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// The contract of one life, term by term: is it renewed, reduced, ended with notice or without a word, or lost because
/// nobody can pay? A term ends where the pressure to leave, −(mean value of the last 13 weeks) + 0.7·ε, exceeds a threshold:
/// ε, about normal, is what no signal shows, for instance a budget that is cut.
/// </summary>
internal sealed class Contract(AccountProfile profile, Life life, Xoshiro256 dice, AccountRecorder records)
{
    private const double Threshold = 1.15;

    // A customer who may leave four times a year leaves less easily each time.
    private const double QuarterlyThreshold = 1.75;
    private const double Unseen = 0.7;
    private const double InvoluntaryPerMonth = 0.001;
    private const int WeeksLookedBack = 13;

    private readonly bool _yearly = profile.TermMonths == 12;

    private int NoticeDays => _yearly ? 60 : 30;

    private int LongestLag => NoticeDays + (_yearly ? 40 : 15);

    public void Run()
    {
        var paper = new ContractPaper(profile, life, records);
        var term = 1;
        // What was decided before the simulation starts is not known; those who left then are not here.
        while (EndOf(term) - LongestLag < 0)
            term++;
        paper.Sign(EndOf(term));
        while (life.EndDay is null && EndOf(term - 1) < records.Days)
        {
            Decide(paper, Math.Max(0, EndOf(term - 1)), EndOf(term), EndOf(term + 1));
            term++;
        }
    }

    private int EndOf(int term) => Calendar.MonthsAfter(life.FirstDay, term * profile.TermMonths);

    // The same draws in every term, whatever comes of them.
    private void Decide(ContractPaper paper, int from, int to, int next)
    {
        var insolvent = InsolvencyWithin(from, to);
        var notice = to - NoticeDays - dice.Below(LongestLag - NoticeDays);
        var unseen = Unseen * dice.Normal();
        var (silent, withdrawn, wait, late) = (dice.Chance(0.15), dice.Chance(0.08), 7 + dice.Below(21), dice.Chance(0.3) ? dice.Below(20) : 0);
        var (reduces, expands, share, addOn) = (dice.Chance(0.5), dice.Chance(0.5), dice.Uniform(), dice.Chance(0.5));
        var value = life.Value.MeanBefore(notice, WeeksLookedBack * 7);
        var threshold = _yearly ? Threshold : QuarterlyThreshold;
        var pressure = unseen - value;
        if (insolvent < notice)
        {
            paper.Lose(insolvent.Value, late);
        }
        else if (pressure > threshold && silent)
        {
            paper.DoNotRenew(to, Reason(value, unseen));
        }
        else if (pressure > threshold)
        {
            paper.GiveNotice(notice, to, late, Reason(value, unseen));
            if (withdrawn)
                paper.Withdraw(notice + wait, to, next);
            else
                paper.Leave(notice, to, Reason(value, unseen));
        }
        else
        {
            paper.Renew(to - NoticeDays, to, next);
            if (pressure > threshold - 0.6 && reduces)
                paper.Reduce(to - NoticeDays, to, next, 0.2 + (0.3 * share), addOn);
            else if (pressure < -0.8 && expands)
                paper.Expand(to, next, 0.1 + (0.2 * share), upgraded: addOn);
        }
    }

    private int? InsolvencyWithin(int from, int to)
    {
        int? day = null;
        for (var at = from; at < to; at += 30)
        {
            if (dice.Chance(InvoluntaryPerMonth))
                day ??= at + 15;
        }

        return day;
    }

    private static string Reason(double value, double unseen) =>
        -value >= unseen ? "no value" : unseen > 1 ? "went to a competitor" : "budget cut";
}
