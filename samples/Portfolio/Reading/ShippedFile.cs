namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The files that come with the program. The notes beside them say where they are from.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = At("telco.csv");

    public static string Scores { get; } = At("judge", "scores.csv");

    public static string Outcomes { get; } = At("judge", "outcomes.csv");

    private static string At(params string[] parts) => System.IO.Path.Combine([AppContext.BaseDirectory, "data", .. parts]);
}
