using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>The function that makes something unknown unless a condition holds, which every language has.</summary>
internal static class OnlyIf
{
    private const string Name = "onlyIf";

    private static readonly CelValue DoesNotHold = Unknowns.Of(new UnknownCause(Name, UnknownKind.NotGiven, "its condition does not hold"));

    public static void AddTo(CelEnvironmentBuilder environment)
    {
        foreach (var type in new[] { CelType.Double, CelType.Bool, CelType.String })
        {
            environment.Function(
                Name,
                [type, CelType.Bool],
                type,
                (_, x) => x[1].AsBool() ? x[0] : DoesNotHold,
                new() { Version = Durations.Version, Description = "The first argument where the second holds; otherwise unknown: onlyIf(signals.login.count(days(28)), now - customer.since >= days(28))." });
        }
    }
}
