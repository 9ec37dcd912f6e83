namespace CustomerSuccess.Expressions;

/// <summary>Patterns in the syntax of RE2 as patterns of .NET.</summary>
internal static class Re2
{
    public static string ToDotNet(string pattern) => pattern.Replace("(?P<", "(?<", StringComparison.Ordinal);
}
