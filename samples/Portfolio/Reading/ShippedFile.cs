namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The customers that come with the program. data/NOTE.md says where they are from.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data", "telco.csv");
}
