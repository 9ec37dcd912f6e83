namespace CustomerSuccess.Expressions.Tests.Support;

/// <summary>How many cases: a sample by seed, or with CUSTOMERSUCCESS_LONG=1 the large count.</summary>
internal static class LongRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_LONG") == "1";

    public static int Cases(int sampled, int large) => IsOn ? large : sampled;
}
