using CustomerSuccess.Expressions;

namespace CustomerSuccess.Aot;

/// <summary>The expression language: mistakes with their places, values, a trace, unknowns, patterns, columns.</summary>
internal static class Language
{
    public static void Run()
    {
        Console.WriteLine("== language");
        var language = CelEnvironment.Declare().Variable("seats", CelType.Double).Variable("plan", CelType.String).WidenIntegers().UnknownForms().Build();
        foreach (var mistake in language.TryCheck("seat > 10 && sise(plan) == 3", CelType.Bool, out _))
        {
            Console.WriteLine($"{mistake}\n{mistake.Marked}");
        }

        var condition = language.Check("seats > 10 && (plan == 'pro' || plan.matches('^team-[0-9]+$'))", CelType.Bool);
        var program = condition.Compile(CelBinding.For<Tenant>().Number("seats", t => t.Seats).Text("plan", t => t.Plan).Build());
        Console.WriteLine(program.Trace(new("a", 12, "team-7")));
        Console.WriteLine($"{program.Test(new("b", 3, "pro"))} {program.Evaluate(new("c", double.NaN, "pro"))}");

        var columns = new CelColumns(3).Number("seats", new double[] { 12, double.NaN, 3 }).Text("plan", new[] { "pro", "pro", null });
        var (holds, unknown) = (new ulong[1], new ulong[1]);
        CelColumnProgram.Of(condition).Test(columns, holds, unknown);
        Console.WriteLine($"holds {holds[0]:b3}, unknown {unknown[0]:b3}");
        var values = CelEnvironment.Standard.Check("[timestamp('2009-02-13T23:31:30Z').getHours('Asia/Kolkata'), int('42')] + [1, 2].map(x, x * x)");
        Console.WriteLine(values.Evaluate(new Dictionary<string, CelValue>()));
    }

    private sealed record Tenant(string Id, double Seats, string Plan);
}
