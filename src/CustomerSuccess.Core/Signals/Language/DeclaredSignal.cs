namespace CustomerSuccess.Signals;

/// <summary>A signal that expressions may name.</summary>
/// <param name="Signal">The signal's name.</param>
/// <param name="Alias">Its name in expressions.</param>
/// <param name="HasValues">Whether it has values.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Description">What it is, for a person.</param>
internal sealed record DeclaredSignal(string Signal, string Alias, bool HasValues, string? Unit, string? Description)
{
    /// <summary>What a reference says of it.</summary>
    public string Words => string.Concat(Description ?? $"The signal '{Signal}'.", !HasValues ? " Without values." : Unit is null ? "" : $" Values in {Unit}.");
}
