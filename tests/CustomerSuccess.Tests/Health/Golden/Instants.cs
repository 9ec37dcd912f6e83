namespace CustomerSuccess.Tests.Health.Golden;

internal static class Instants
{
    /// <summary>The instant as of which the examples score.</summary>
    public static readonly DateTimeOffset AsOf = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
}
