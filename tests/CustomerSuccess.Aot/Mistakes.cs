using CustomerSuccess.Health;

namespace CustomerSuccess.Aot;

/// <summary>A scorecard with mistakes: all of them at once.</summary>
internal static class Mistakes
{
    public static void Run()
    {
        Console.WriteLine("== mistakes");
        try
        {
            Scorecard.ForColumns("default")
                .Measure("adoption", m => m.MoreIsBetter().Linear(100, 0))
                .Measure("adoption", m => m.Valid(0, 100).NeitherIsBetter().Ranges((Interval.Parse("[0, 40)"), 20), (Interval.Parse("[50, 100]"), 80)))
                .CapAt(40, m => m["adoptoin"].LessThan(10), because: "hardly anybody uses it")
                .Build();
        }
        catch (ConfigurationException e)
        {
            foreach (var diagnostic in e.Diagnostics)
            {
                Console.WriteLine(diagnostic);
            }
        }
    }
}
