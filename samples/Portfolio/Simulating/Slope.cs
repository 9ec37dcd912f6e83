namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>An S-shaped curve from 0 to 1 made of ÷ alone, where others take an exponential: ½ + ½·x ÷ (1 + |x|).</summary>
internal static class Slope
{
    public static double Of(double x) => 0.5 + (0.5 * x / (1 + Math.Abs(x)));
}
