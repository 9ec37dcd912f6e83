namespace CustomerSuccess.Proof;

/// <summary>How many who leave are among the riskiest so many customers; those with equal scores share evenly.</summary>
internal sealed class CaptureCurve(TieGroups groups)
{
    /// <summary>The expected numbers of those who left among the riskiest, for rising numbers of customers.</summary>
    public double[] At(ReadOnlySpan<double> customers)
    {
        var churned = groups.Churned;
        var stayed = groups.Stayed;
        var result = new double[customers.Length];
        var group = 0;
        long before = 0, goneBefore = 0;
        for (var i = 0; i < result.Length; i++)
        {
            while (group < churned.Length && before + churned[group] + stayed[group] <= customers[i])
            {
                before += churned[group] + stayed[group];
                goneBefore += churned[group++];
            }

            var into = group < churned.Length ? (customers[i] - before) / (churned[group] + stayed[group]) : 0;
            result[i] = goneBefore + (into > 0 ? into * churned[group] : 0);
        }

        return result;
    }
}
