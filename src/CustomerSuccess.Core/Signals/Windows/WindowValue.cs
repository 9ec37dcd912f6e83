namespace CustomerSuccess.Signals;

/// <summary>What a window gives: a value, or why there is none. A NaN stands for "no observations", an infinity for "not a number", as in columns.</summary>
internal readonly record struct WindowValue(double Number, WindowState State)
{
    public static WindowValue Nothing { get; } = new(double.NaN, WindowState.NoObservations);

    public static WindowValue Incomplete { get; } = new(double.NaN, WindowState.Incomplete);

    public static WindowValue NoCycle { get; } = new(double.NaN, WindowState.NoCycle);

    public static WindowValue NothingToDivideBy { get; } = new(double.NaN, WindowState.NothingToDivideBy);

    public static WindowValue Of(double number) => double.IsFinite(number) ? new(number, WindowState.Known) : new(double.PositiveInfinity, WindowState.NotANumber);
}

/// <summary>Why a window gives no value.</summary>
internal enum WindowState : byte
{
    Known,
    NoObservations,
    Incomplete,
    NotANumber,
    NoCycle,
    NothingToDivideBy,
}
