namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The files that come with the program. The notes beside them say where they are from.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = At("data", "telco.csv");

    public static string Scores { get; } = At("data", "judge", "scores.csv");

    public static string Outcomes { get; } = At("data", "judge", "outcomes.csv");

    /// <summary>The documents of the scorecards over the customers of a file.</summary>
    public static string CustomerDocuments { get; } = At("config", "customers");

    /// <summary>The documents of accounts: vocabulary, segments, scorecard, who is scored by which, the plan of a launch.</summary>
    public static string AccountDocuments { get; } = At("config", "accounts");

    /// <summary>The documents of a quarter: those of accounts with layers of health, and rules.</summary>
    public static string QuarterDocuments { get; } = At("config", "quarter");

    private static string At(params string[] parts) => System.IO.Path.Combine([AppContext.BaseDirectory, .. parts]);
}
