namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>A customer as the host has it. Public, since the code that RulesEngine and Dynamic LINQ make reads it.</summary>
public sealed class CustomerRow
{
    public required double ActiveUsers { get; init; }

    public required double Adoption { get; init; }

    public required double DaysSinceLogin { get; init; }

    public required double InvoiceDelay { get; init; }

    public required double Logins { get; init; }

    public required double Nps { get; init; }

    public required double Seats { get; init; }

    public required double Spend { get; init; }

    public required double Tenure { get; init; }

    public required double Tickets { get; init; }

    public required string? Country { get; init; }

    public required string? Plan { get; init; }
}
