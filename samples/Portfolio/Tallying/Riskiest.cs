using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>
/// The customers with the lowest scores, worst first, and no other in memory. Among equal scores the one who pays more comes
/// first, then the one who stands first in the file.
/// </summary>
internal sealed class Riskiest
{
    public const int Ten = 10;

    private readonly List<(Customer Customer, double Value)> _worst = new(Ten + 1);

    public IReadOnlyList<Customer> Customers => [.. _worst.Select(w => w.Customer)];

    public void Add(HealthScore score, Customer customer)
    {
        if (score.Value is not { } value || (_worst.Count == Ten && !Before(value, customer, _worst[^1])))
            return;
        var place = _worst.FindIndex(other => Before(value, customer, other));
        _worst.Insert(place < 0 ? _worst.Count : place, (customer, value));
        if (_worst.Count > Ten)
            _worst.RemoveAt(Ten);
    }

    private static bool Before(double value, Customer customer, (Customer Customer, double Value) other) =>
        value < other.Value || (value == other.Value && customer.MonthlyCharges > other.Customer.MonthlyCharges);
}
