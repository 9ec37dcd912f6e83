namespace CustomerSuccess.Tests.Support;

/// <summary>
/// How much of a long test runs. Every run takes a sample that is the same each time; a run with the environment variable
/// <c>CUSTOMERSUCCESS_LONG=1</c> takes everything, which may last minutes. One with <c>CUSTOMERSUCCESS_AGAIN=1</c> repeats what ran
/// already, under another culture or zone: a fifth of the sample is enough to see whether that makes a difference.
/// </summary>
internal static class LongRun
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_LONG") == "1";

    private static bool IsRepeated { get; } = Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_AGAIN") == "1";

    public static int Of(int sample, int everything) => IsAsked ? everything : IsRepeated ? (sample + 4) / 5 : sample;
}
