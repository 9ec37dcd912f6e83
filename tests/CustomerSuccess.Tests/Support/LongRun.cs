namespace CustomerSuccess.Tests.Support;

/// <summary>
/// How much of a long test runs. Every run takes a sample that is the same each time; a run with the environment variable
/// <c>CUSTOMERSUCCESS_LONG=1</c> takes everything, which may last minutes.
/// </summary>
internal static class LongRun
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_LONG") == "1";

    public static int Of(int sample, int everything) => IsAsked ? everything : sample;
}
