using CustomerSuccess.Expressions;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Screening;

public class RuleScreenTests
{
    private sealed record Account(double? Seats, double? Users, string? Plan);

    private static readonly Language<Account> Words = Language.For<Account>().Number("account.seats", a => a.Seats).Number("account.users", a => a.Users).Text("account.plan", a => a.Plan).Build();

    private static readonly (string Name, ConditionExpression<Account> When)[] Rules =
    [
        ("idle", Words.Condition("account.users / account.seats < 0.2")),
        ("free and large", Words.Condition("account.plan == 'free' && account.seats >= 50.0")),
        ("odd", Words.Condition("int(account.users) / int(account.seats) > 2")),
    ];

    [Fact]
    public void Every_answer_that_changed_is_told_and_no_other()
    {
        var random = new Random(20261127);
        const int Customers = 3000;
        var accounts = Enumerable.Range(0, Customers).Select(_ => Next(random)).ToArray();
        var screen = RuleScreen.Of(Rules, Customers);
        var before = new ScreenAnswer[Rules.Length, Customers];

        for (var look = 0; look < 4; look++)
        {
            var changes = screen.See(Columns(accounts)).ToDictionary(c => (c.Rule, c.Row));
            for (var rule = 0; rule < Rules.Length; rule++)
            {
                for (var row = 0; row < Customers; row++)
                {
                    var holds = Rules[rule].When.Holds(accounts[row]);
                    var now = !holds.IsKnown ? ScreenAnswer.Unknown : holds.Value ? ScreenAnswer.Holds : ScreenAnswer.DoesNotHold;
                    Assert.Equal(now, screen.At(rule, row));
                    Assert.Equal(now != before[rule, row], changes.TryGetValue((rule, row), out var change));
                    Assert.True(now == before[rule, row] || change == new ScreenChange(rule, row, before[rule, row], now));
                    before[rule, row] = now;
                }
            }

            for (var i = 0; i < Customers / 20; i++)
            {
                accounts[random.Next(Customers)] = Next(random);
            }
        }
    }

    [Fact]
    public void Nobody_and_too_few_rows_are_no_puzzle()
    {
        Assert.Empty(RuleScreen.Of(Rules, 0).See(Columns([])));
        var error = Assert.Throws<ArgumentException>(() => RuleScreen.Of(Rules, 3).See(Columns([new(1, 1, "pro")])));
        Assert.Contains("There are 3 customers, and columns of 1 rows", error.Message, StringComparison.Ordinal);
        Assert.Equal(["account.plan", "account.seats", "account.users"], RuleScreen.Of(Rules, 3).Reads);
    }

    private static CelColumns Columns(Account[] accounts) => new CelColumns(accounts.Length)
        .Number("account.seats", accounts.Select(a => a.Seats ?? double.NaN).ToArray())
        .Number("account.users", accounts.Select(a => a.Users ?? double.NaN).ToArray())
        .Text("account.plan", accounts.Select(a => a.Plan).ToArray());

    private static Account Next(Random random) => new(
        random.Next(10) == 0 ? null : random.Next(100),
        random.Next(10) == 0 ? null : random.Next(100),
        random.Next(10) == 0 ? null : random.Next(2) == 0 ? "free" : "pro");
}
