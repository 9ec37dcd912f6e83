using System.Runtime.CompilerServices;
using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Strategies;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Tests.Composition;

/// <summary>A host's rows in memory.</summary>
internal sealed class TenantSource(params Tenant[] tenants) : IRowSource<Tenant>
{
    public async IAsyncEnumerable<Tenant> ReadAsync(DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants)
        {
            await Task.Yield();
            yield return tenant;
        }
    }

    public ValueTask<Tenant?> FindAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        new(tenants.FirstOrDefault(t => t?.Id == customerId));
}

internal static class TenantHost
{
    public static readonly Tenant[] Tenants =
    [
        new("acme", Logins: 40, Nps: 50, Plan: "pro", Champion: true) { SurveyedAt = Tenant.AsOf },
        new("globex", Logins: 10, Plan: "trial"),
        new("initech", Plan: "trial"),
    ];

    public static Action<RowsBuilder<Tenant>> Words { get; } = rows => rows
        .IdentifiedBy(t => t.Id)
        .SegmentedBy(t => t.Plan)
        .PreviousBand(t => t.Band)
        .OverriddenBy(t => t.Override)
        .Number("logins", t => t.Logins);

    public static IServiceCollection Over(IRowSource<Tenant> source, Action<CustomerSuccessBuilder> configure) =>
        new ServiceCollection().AddCustomerSuccess(cs => configure(cs.Rows(source, Words)));

    public static IHealthScorer Scorer(IRowSource<Tenant> source, Action<CustomerSuccessBuilder> configure) =>
        Over(source, configure).BuildServiceProvider(validateScopes: true).GetRequiredService<IHealthScorer>();

    public static async Task<List<HealthScore>> All(IHealthScorer scorer)
    {
        var scores = new List<HealthScore>();
        await foreach (var score in scorer.ScorePortfolioAsync(Tenant.AsOf))
        {
            scores.Add(score);
        }

        return scores;
    }
}
