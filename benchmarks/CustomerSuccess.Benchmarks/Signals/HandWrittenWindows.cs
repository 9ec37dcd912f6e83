using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>
/// The eight measures as a careful programmer would write them for this one purpose: all in one pass over the window, and a
/// second for the slope. No late signals to merge, no zones, no measures that someone else may add, no reasons.
/// </summary>
internal static class HandWrittenWindows
{
    /// <summary>The measures of one customer into the row of each column.</summary>
    public static void Run(SignalWorkload signals, DateTimeOffset asOf, double[][] columns)
    {
        var to = asOf.UtcTicks;
        var after = to - (WindowMeasures.WindowDays * TimeSpan.TicksPerDay);
        for (var customer = 0; customer < signals.Customers; customer++)
        {
            var start = customer * signals.Signals;
            var first = FirstAfter(signals.Occurred, start, start + signals.Signals, after);
            var behind = FirstAfter(signals.Occurred, first, start + signals.Signals, to);
            Read(signals, first, behind, to, columns, customer);
        }
    }

    private static int FirstAfter(long[] occurred, int low, int high, long instant)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (occurred[middle] <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static void Read(SignalWorkload signals, int first, int behind, long to, double[][] columns, int customer)
    {
        var (occurred, recorded, values, actors, provenances) = (signals.Occurred, signals.Recorded, signals.Values, signals.Actors, signals.Provenances);
        int count = 0, valued = 0, admins = 0, days = 0, firstValued = -1, lastValued = -1;
        double sum = 0, adminSum = 0, latest = double.NaN, meanX = 0;
        long last = 0, lastDay = -1;
        var seen = 0UL;
        for (var i = first; i < behind; i++)
        {
            if (recorded[i] > to)
            {
                continue;
            }

            count++;
            last = occurred[i];
            var day = last / TimeSpan.TicksPerDay;
            if (day != lastDay)
            {
                days++;
                lastDay = day;
            }

            if (actors[i] >= 0 && provenances[i] == Provenance.Customer)
            {
                seen |= 1UL << actors[i];
            }

            if (!double.IsNaN(values[i]))
            {
                firstValued = valued == 0 ? i : firstValued;
                lastValued = i;
                valued++;
                sum += values[i];
                latest = values[i];
                meanX += Days(last - occurred[firstValued]);
                if (actors[i] == 0)
                {
                    admins++;
                    adminSum += values[i];
                }
            }
        }

        columns[0][customer] = count;
        columns[1][customer] = sum;
        columns[2][customer] = admins > 0 ? adminSum / admins : double.NaN;
        columns[3][customer] = ulong.PopCount(seen);
        columns[4][customer] = days;
        columns[5][customer] = latest;
        columns[6][customer] = count > 0 ? Days(to - last) : double.NaN;
        columns[7][customer] = double.NaN;
        if (valued > 0 && occurred[firstValued] != occurred[lastValued])
        {
            columns[7][customer] = Slope(signals, firstValued, lastValued, to, meanX / valued, sum / valued);
        }
    }

    private static double Slope(SignalWorkload signals, int first, int last, long to, double meanX, double meanY)
    {
        var (along, across) = (0d, 0d);
        for (var i = first; i <= last; i++)
        {
            if (signals.Recorded[i] <= to && !double.IsNaN(signals.Values[i]))
            {
                var x = Days(signals.Occurred[i] - signals.Occurred[first]) - meanX;
                along += x * x;
                across += x * (signals.Values[i] - meanY);
            }
        }

        return across / along;
    }

    private static double Days(long ticks) => ticks / (double)TimeSpan.TicksPerDay;
}
