using System.Globalization;

namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>Instants as tests write them: UTC unless an offset is stated.</summary>
internal static class Moment
{
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
