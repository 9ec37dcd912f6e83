namespace CustomerSuccess.Signals;

/// <summary>Who and what a signal is about, once per customer: signals refer to it by number.</summary>
internal readonly record struct SignalOrigin(string? Actor, string? Product, Provenance Provenance);
