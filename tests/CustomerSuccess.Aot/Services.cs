using System.Runtime.CompilerServices;
using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Aot;

/// <summary>Everything registered with a container: scored by name and segment over a source of rows.</summary>
internal static class Services
{
    public static async Task RunAsync()
    {
        Console.WriteLine("== services");
        var services = new ServiceCollection()
            .AddCustomerSuccess(cs => cs
                .Rows<Account, AccountSource>(rows => rows
                    .IdentifiedBy(a => a.Id)
                    .SegmentedBy(a => a.Segment)
                    .Number("logins", a => a.Logins, version: "1"))
                .AddHealthStrategy("default", Account.Scorecard())
                .AddHealthStrategy<RetentionModel>("model")
                .AddHealthStrategy("throwing", _ => throw new InvalidOperationException("no model is loaded"))
                .UseStrategy("model", forSegment: "smb")
                .UseStrategy("throwing", forSegment: "broken"));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var scorer = provider.GetRequiredService<IHealthScorer>();

        Console.WriteLine(await scorer.ScoreAsync("acme", Account.AsOf) is { } acme ? $"{acme.CustomerId} by {acme.Definition.Strategy}: {acme}" : "no acme");
        Console.WriteLine(await scorer.ScoreAsync("nobody", Account.AsOf) is null ? "nobody: no such customer" : "somebody");
        await foreach (var score in scorer.ScorePortfolioAsync(Account.AsOf, new LastReport()))
        {
            Console.WriteLine($"{score.CustomerId} by {score.Definition.Strategy}: {score}");
        }
    }

    private sealed class LastReport : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value)
        {
            if (value.Finished)
            {
                Console.WriteLine($"{value.Customers} customers, {value.Unknown} unknown, {value.Failed} failed");
            }
        }
    }

    private sealed class AccountSource : IRowSource<Account>
    {
        private static readonly Account[] Accounts =
        [
            Account.Acme,
            Account.Acme with { Id = "globex", Segment = "smb" },
            Account.Acme with { Id = "initech", Segment = "smb", Logins = null },
            Account.Acme with { Id = "umbrella", Segment = "broken" },
        ];

        public async IAsyncEnumerable<Account> ReadAsync(DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var account in Accounts)
            {
                await Task.Yield();
                yield return account;
            }
        }

        public ValueTask<Account?> FindAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken) =>
            new(Array.Find(Accounts, a => a.Id == customerId));
    }
}
