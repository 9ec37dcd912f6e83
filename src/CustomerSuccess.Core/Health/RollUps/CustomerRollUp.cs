using CustomerSuccess.Customers;

namespace CustomerSuccess.Health;

/// <content>The health of parent accounts.</content>
public sealed partial class CustomerHealth
{
    /// <summary>
    /// Rolls up the health of a parent's children, as of and as known at an instant: the accounts that stood directly below it then, or all below
    /// it. Null where, then, there was no such parent. Children whose sources throw are missing and say why; where nobody can tell who the
    /// children are, the roll-up has failed and says why.
    /// </summary>
    /// <param name="parentId">The parent. Not empty.</param>
    /// <param name="instant">As of when, as known at when.</param>
    /// <param name="options">How; the mean, and the other defaults of <see cref="RollUpOptions"/>, where null.</param>
    /// <param name="cancellationToken">Cancels; cancellation always flows out as an exception.</param>
    public async ValueTask<AccountRollUp?> RollUpAsync(string parentId, ScoreInstant instant, RollUpOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(parentId);
        ArgumentNullException.ThrowIfNull(instant);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new();
        var family = await FamilyAsync(parentId, instant, options, cancellationToken).ConfigureAwait(false);
        return family.Failure is { } failure ? AccountRollUp.Failed(parentId, failure, options)
            : family.Children is { } children ? AccountRollUp.Of(children, options, family.Own, parentId)
            : null;
    }

    private async ValueTask<(IReadOnlyList<ChildAccount>? Children, ChildAccount? Own, string? Failure)> FamilyAsync(string parentId, ScoreInstant instant, RollUpOptions options, CancellationToken cancellationToken)
    {
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            try
            {
                var parent = await ReadAsync(lease.Sources, parentId, instant, cancellationToken).ConfigureAwait(false);
                if (!Exists(parent, instant))
                {
                    return default;
                }

                var children = new List<ChildAccount>();
                var reader = new PortfolioReader<ChildAccount>(Observer(lease.Sources), _plan.Batch, _plan.Threads)
                {
                    Work = history => Exists(history, instant) ? [Child(history, instant)] : [],
                    Fail = (child, reason) => [new(child) { Reason = reason }],
                };
                var ids = await ChildrenAsync(lease.Sources, parentId, instant, options.WholeSubtree, cancellationToken).ConfigureAwait(false);
                await foreach (var child in reader.RunAsync(CustomerIds.Given(ids, cancellationToken), instant, cancellationToken).ConfigureAwait(false))
                {
                    children.Add(child);
                }

                return (children, options.OwnWeight > 0 ? Child(parent, instant) : null, null);
            }
            catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                return (null, null, SourceFailure.Words(e));
            }
        }
    }

    private ChildAccount Child(CustomerHistory history, ScoreInstant instant)
    {
        var score = new HealthTimeline(_plan.Model, history, instant).Score();
        return new(history.CustomerId)
        {
            Score = score,
            Revenue = history.Records.At(instant.AsOf, instant.KnownAt).AnnualRevenue() is var revenue && revenue is { IsKnown: true, Value.Amount: < 0 }
                ? Reading.Unknown<Money>(new UnknownCause("annual revenue", UnknownKind.OutOfRange, $"{revenue.Value}"))
                : revenue,
            IsLost = score.FrozenAt is not null || !IsActive(history, instant),
        };
    }

    private static async ValueTask<IReadOnlyList<string>> ChildrenAsync(CustomerSources sources, string parentId, ScoreInstant instant, bool wholeSubtree, CancellationToken cancellationToken)
    {
        var customers = sources.Customers ?? throw new InvalidOperationException("Nothing says who stands below whom. Give an ICustomerSource.");
        var query = new FactQuery { CustomerIds = [parentId], AsOf = instant.AsOf, KnownAt = instant.KnownAt };
        var below = await CustomerObserver.BelowAsync(customers, query, cancellationToken).ConfigureAwait(false);
        return wholeSubtree
            ? new AccountRecords { CustomerId = parentId, Below = below }.At(instant.AsOf, instant.KnownAt).Below
            : [.. below.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => g.InForce(instant.AsOf, instant.KnownAt)).Where(c => c?.ParentId == parentId).Select(c => c!.Id).Order(StringComparer.Ordinal)];
    }
}
