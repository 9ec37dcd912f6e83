using System.Globalization;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Runs something as if on a machine of another culture.</summary>
internal static class Culture
{
    public static void Run(string name, Action action)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
