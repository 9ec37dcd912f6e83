using CustomerSuccess.Customers;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Mutated expressions over customers are refused by the documented exception, or give an answer, and later than now until when.</summary>
public sealed class LanguageMutationTests
{
    private static readonly string[] Pieces =
    [
        "signals.login", ".count(days(28))", ".age()", ".by('customer')", "days(1e300)", "days(-5)", "days(106751)", "customer", ".plan", ".signed", "subscriptions", ".exists(s, ", "now", " - ", " < ", " && ", " || ", "!", "(", ")",
        ".lastYear('UTC')", ".lastYear('Europe/Berlin')", ".activeDays(days(3), 'Asia/Kathmandu')", "timestamp('9999-12-31T23:59:59Z')", "timestamp('0001-01-01T00:00:00Z')", ".getMonth('Pacific/Apia')", ".inDays()", "1e308", "null", "''",
        "segment.experience", "previous.health.band", "health.value", ".acrossTree()", "orElse(", "known(", ".map(s, s.seats)", ".sum()", ".avg()", "\ud800", "[0]", "{", "}", ".trend()", "* 2.0", "/ 0", ".actor('')", "duration('9223372036s')",
    ];

    [Fact]
    public void They_never_do_anything_else()
    {
        var random = new Random(11);
        CustomerFacts[] facts =
        [
            Acme.Facts(),
            new("nobody", DateTimeOffset.MinValue),
            new CustomerFacts("last", DateTimeOffset.MaxValue).With(new AccountRecords { CustomerId = "last" }.At(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)),
            Acme.Signals().Facts("acme", DateTimeOffset.MaxValue),
            Acme.Signals().Facts("acme", DateTimeOffset.MinValue.AddDays(1)),
        ];
        var answered = 0;
        for (var i = 0; i < LongRun.Of(8_000, 1_000_000); i++)
        {
            var text = Mutated(random);
            try
            {
                var condition = Acme.Language.Condition(text);
                answered++;
                foreach (var fact in facts)
                {
                    var (reading, until) = condition.HoldsUntil(fact) is var timed ? (timed.Reading, timed.Until) : default;
                    Claim.Holds(until is null || until > fact.AsOf, $"no progress: {text} at {fact.AsOf:O}");
                    Assert.True(reading.IsKnown || reading.Causes.Count > 0, $"no cause: {text}");
                }
            }
            catch (ConfigurationException e)
            {
                Assert.NotEmpty(e.Diagnostics);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{e.GetType().Name} of {text}: {e}");
            }
        }

        Assert.True(answered > 300, $"{answered} of them were expressions");
    }

    private static string Mutated(Random random)
    {
        var text = new RandomCondition(random).Make(random.Next(0, 2));
        for (var n = random.Next(0, 4); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(3) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)),
                _ => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(Math.Min(text.Length, at + random.Next(1, 12)))),
            };
        }

        return text;
    }
}
