namespace CustomerSuccess.Tests.Support;

/// <summary>Fails with every offender, not only the first.</summary>
internal static class Offenders
{
    public static void None(string promise, IEnumerable<string> offenders)
    {
        var all = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{promise} {all.Count} break(s) this:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", all)}");
    }
}
