using System.Buffers;

namespace CustomerSuccess.Proof;

/// <summary>
/// Customers by score, riskiest first: how many with each distinct score left and how many stayed. That is all that the rank
/// figures need. The room is rented: give it back with <see cref="Dispose"/>.
/// </summary>
internal sealed class TieGroups : IDisposable
{
    private readonly int[] _churned;
    private readonly int[] _stayed;
    private readonly int _count;

    private TieGroups(int customers, int churned)
    {
        (Customers, ChurnedCustomers) = (customers, churned);
        _churned = ArrayPool<int>.Shared.Rent(Math.Max(customers, 1));
        _stayed = ArrayPool<int>.Shared.Rent(Math.Max(customers, 1));
    }

    private TieGroups(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> stayed)
        : this(left.Length + stayed.Length - 2, left.Length - 1) => _count = Merge(left, stayed);

    public int Customers { get; }

    public int ChurnedCustomers { get; }

    public int StayedCustomers => Customers - ChurnedCustomers;

    /// <summary>How many of each group left.</summary>
    public ReadOnlySpan<int> Churned => _churned.AsSpan(0, _count);

    /// <summary>How many of each group stayed.</summary>
    public ReadOnlySpan<int> Stayed => _stayed.AsSpan(0, _count);

    public static TieGroups Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> churned, bool highIsRisk, CancellationToken cancellationToken)
    {
        var order = ScoreOrder.Of(scores, highIsRisk);
        var gone = churned.Count(true);
        // Those who left and those who stayed side by side, each with one place behind for a number that no key reaches.
        var room = scores.Length + 2;
        var (keys, scratch) = (ArrayPool<ulong>.Shared.Rent(room), ArrayPool<ulong>.Shared.Rent(room));
        try
        {
            Split(scores, churned, order, keys.AsSpan(0, gone), keys.AsSpan(gone + 1, scores.Length - gone));
            keys[gone] = keys[room - 1] = ulong.MaxValue;
            cancellationToken.ThrowIfCancellationRequested();
            RadixSort.Sort(keys.AsSpan(0, gone), scratch, order.Bits);
            cancellationToken.ThrowIfCancellationRequested();
            RadixSort.Sort(keys.AsSpan(gone + 1, scores.Length - gone), scratch, order.Bits);
            cancellationToken.ThrowIfCancellationRequested();
            return new(keys.AsSpan(0, gone + 1), keys.AsSpan(gone + 1, scores.Length - gone + 1));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keys);
            ArrayPool<ulong>.Shared.Return(scratch);
        }
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_churned);
        ArrayPool<int>.Shared.Return(_stayed);
    }

    private static void Split(ReadOnlySpan<double> scores, ReadOnlySpan<bool> churned, ScoreOrder order, Span<ulong> left, Span<ulong> stayed)
    {
        var (i, j) = (0, 0);
        for (var row = 0; row < scores.Length; row++)
        {
            var key = order.KeyOf(scores[row]);
            if (churned[row])
            {
                left[i++] = key;
            }
            else
            {
                stayed[j++] = key;
            }
        }
    }

    // One step a customer, and no branch on who is next: that could not be foretold.
    private int Merge(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> stayed)
    {
        var gone = _churned.AsSpan(0, Customers);
        var here = _stayed.AsSpan(0, Customers);
        var (i, j, group, goneHere, before) = (0, 0, -1, 0, ulong.MaxValue);
        var first = 0;
        for (var step = 0; step < Customers; step++)
        {
            var (a, b) = (left[i], stayed[j]);
            var fromLeft = a <= b ? 1 : 0;
            var key = Math.Min(a, b);
            if (key != before)
            {
                group++;
                (first, goneHere, before) = (step, 0, key);
            }

            goneHere += fromLeft;
            gone[group] = goneHere;
            here[group] = step + 1 - first - goneHere;
            i += fromLeft;
            j += 1 - fromLeft;
        }

        return group + 1;
    }
}
