using CustomerSuccess.Customers;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Writes down what a contract comes to: versions of subscriptions, one for each product, and dated outcomes.</summary>
internal sealed class ContractPaper(AccountProfile profile, Life life, AccountRecorder records)
{
    private const int TenOClock = 10 * 60 * 60;

    private static readonly string[] Plans = ["starter", "pro", "enterprise"];
    private static readonly int[] Dearer = [60, 110, 180];

    private readonly List<string> _products = [.. profile.Products];
    private string _plan = profile.Plan;
    private int _seats = profile.Seats;
    private int _price = profile.Price;

    /// <summary>Signed two weeks before it starts.</summary>
    public void Sign(int renewal)
    {
        foreach (var product in _products)
            Write(product, life.FirstDay - 14, renews: renewal);
    }

    public void Renew(int day, int to, int next)
    {
        Add(OutcomeKind.Renewal, day, to);
        foreach (var product in _products)
            Write(product, day, renews: next);
    }

    public void GiveNotice(int day, int to, int late, string reason)
    {
        Add(OutcomeKind.NoticeGiven, day, to, late, reason: reason);
        foreach (var product in _products)
            Write(product, day, end: to, late: late);
    }

    public void Withdraw(int day, int to, int next)
    {
        if (day < to)
            Renew(day, to, next);
        else
            Renew(to - 1, to, next);
    }

    /// <summary>What a notice ends in.</summary>
    public void Leave(int notice, int to, string reason)
    {
        life.NoticeDay = notice;
        Add(OutcomeKind.NonRenewal, to, to, reason: reason);
        End(to);
    }

    public void DoNotRenew(int to, string reason)
    {
        Add(OutcomeKind.NonRenewal, to, to, reason: reason);
        foreach (var product in _products)
            Write(product, to, end: to);
        End(to);
    }

    public void Lose(int day, int late)
    {
        Add(OutcomeKind.InvoluntaryLoss, day, day, late, reason: "payment failed");
        foreach (var product in _products)
            Write(product, day, end: day, late: late);
        End(day);
    }

    /// <summary>An add-on is dropped, or seats are.</summary>
    public void Reduce(int day, int to, int next, double share, bool addOn)
    {
        if (addOn && _products.Count > 1)
        {
            var dropped = _products[^1];
            Add(OutcomeKind.Downgrade, day, to, amount: RevenueOf(dropped), product: dropped);
            Write(dropped, day, end: to);
            _products.Remove(dropped);
            life.Dropped.Add(dropped, to);
            return;
        }

        var fewer = Math.Min(_seats - 1, Math.Max(1, (int)(_seats * share)));
        if (fewer < 1)
            return;
        var before = RevenueOf(AccountProfile.Core);
        _seats -= fewer;
        Add(OutcomeKind.Downgrade, day, to, amount: before - RevenueOf(AccountProfile.Core));
        Write(AccountProfile.Core, to, renews: next);
    }

    /// <summary>More seats, and sometimes the next plan.</summary>
    public void Expand(int to, int next, double share, bool upgraded)
    {
        _seats += Math.Max(1, (int)(_seats * share));
        var plan = Array.IndexOf(Plans, _plan);
        if (upgraded && plan < Plans.Length - 1)
        {
            (_plan, _price) = (Plans[plan + 1], Dearer[plan + 1]);
            records.Add(new Trait(profile.Id, "plan", TraitValue.Of(_plan), Calendar.At(to)));
        }

        foreach (var product in _products)
            Write(product, to, renews: next);
    }

    private void End(int day)
    {
        life.EndDay = day;
        records.Add(new Customer(profile.Id, Calendar.At(day)) { Name = profile.Name, ParentId = profile.ParentId, LifecycleStage = "lost", IsActive = false });
    }

    private void Write(string product, int day, int? end = null, int? renews = null, int late = 0) =>
        records.Add(new Subscription(SubscriptionId(product), profile.Id, product, Calendar.At(life.FirstDay))
        {
            EffectiveAt = Calendar.At(day),
            RecordedAt = Calendar.At(day + late),
            End = end is { } last ? Calendar.At(last) : null,
            RenewsAt = renews is { } renewal ? Calendar.At(renewal) : null,
            TermMonths = profile.TermMonths,
            Seats = product == AccountProfile.Core ? _seats : null,
            AnnualRevenue = RevenueOf(product),
        });

    private void Add(OutcomeKind kind, int day, int takesEffect, int late = 0, Money? amount = null, string? reason = null, string product = AccountProfile.Core)
    {
        var decided = Calendar.At(day, TenOClock);
        records.Add(new Outcome(profile.Id, kind, decided)
        {
            TakesEffectAt = takesEffect > day ? Calendar.At(takesEffect) : decided,
            RecordedAt = decided.AddDays(late),
            SubscriptionId = SubscriptionId(product),
            Amount = amount ?? (kind is OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss ? Money.Sum(_products.Select(RevenueOf)) : null),
            Reason = reason,
        });
    }

    private string SubscriptionId(string product) => $"{profile.Id}-{product}{(life.Index == 0 ? "" : "-2")}";

    // An add-on costs a fifth of the core product.
    private Money RevenueOf(string product)
    {
        var core = (decimal)_seats * _price * 12;
        return new Money(product == AccountProfile.Core ? core : Math.Round(core / 5, 0, MidpointRounding.AwayFromZero), "EUR");
    }
}
