namespace CustomerSuccess.Health;

/// <summary>How one input of a measure was met.</summary>
internal enum MeasureState
{
    Observed,
    NotGiven,
    NotANumber,
    OutOfRange,
    Expired,
    AgeNotGiven,
    ReaderFailed,
    NoPoints,
    NoCohort,
}

/// <summary>The NaN that stands for "the host's reader threw": told from other NaNs by its bits.</summary>
internal static class FailedReading
{
    public static readonly double Value = BitConverter.Int64BitsToDouble(0x7FF8_0000_00FA_11ED);

    public static bool Is(double input) => BitConverter.DoubleToInt64Bits(input) == BitConverter.DoubleToInt64Bits(Value);
}
