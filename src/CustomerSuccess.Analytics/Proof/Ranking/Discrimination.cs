namespace CustomerSuccess.Proof;

/// <summary>How well a ranking tells those who left from those who stayed. Both kinds must be there.</summary>
internal readonly record struct Discrimination(double Auc, double? Variance, double AveragePrecision, double Ks)
{
    public static Discrimination Of(TieGroups groups)
    {
        var churned = groups.Churned;
        var stayed = groups.Stayed;
        long left = groups.ChurnedCustomers, stays = groups.StayedCustomers;
        // Twice the pairs that are in order, and the gap of the two distributions times both counts: whole numbers, so exact.
        long twice = 0, goneBefore = 0, stayedBefore = 0, widest = 0;
        var precision = 0d;
        for (var g = 0; g < churned.Length; g++)
        {
            long gone = churned[g], staying = stayed[g];
            twice += staying * ((2 * goneBefore) + gone);
            goneBefore += gone;
            stayedBefore += staying;
            widest = Math.Max(widest, Math.Abs((goneBefore * stays) - (stayedBefore * left)));
            if (gone > 0)
            {
                precision += gone * ((double)goneBefore / (goneBefore + stayedBefore));
            }
        }

        var pairs = (double)left * stays;
        var auc = twice / (2 * pairs);
        return new(auc, VarianceOf(groups, auc), precision / left, widest / pairs);
    }

    /// <summary>
    /// The variance of DeLong, DeLong and Clarke-Pearson (1988) by the midranks of Sun and Xu (2014), from tie groups: the
    /// placement of one who left is the share of those who stayed that lies above, and the other way round, a tie
    /// counting one half; S₁₀/m + S₀₁/k with the sample variances S of both. Null where a side has only one customer.
    /// </summary>
    private static double? VarianceOf(TieGroups groups, double auc)
    {
        var churned = groups.Churned;
        var stayed = groups.Stayed;
        long left = groups.ChurnedCustomers, stays = groups.StayedCustomers;
        if (left < 2 || stays < 2)
        {
            return null;
        }

        var (ofLeft, ofStays) = (0.5 / left, 0.5 / stays);
        var (squaresLeft, squaresStays) = (0d, 0d);
        // Twice those who left below the group's middle, and twice those who stay above it.
        long twiceBelow = 0, twiceAbove = 2 * stays;
        for (var g = 0; g < churned.Length; g++)
        {
            long gone = churned[g], staying = stayed[g];
            var ofOneWhoLeft = ((twiceAbove - staying) * ofStays) - auc;
            var ofOneWhoStays = ((twiceBelow + gone) * ofLeft) - auc;
            squaresLeft += gone * ofOneWhoLeft * ofOneWhoLeft;
            squaresStays += staying * ofOneWhoStays * ofOneWhoStays;
            twiceBelow += 2 * gone;
            twiceAbove -= 2 * staying;
        }

        return (squaresLeft / ((double)left * (left - 1))) + (squaresStays / ((double)stays * (stays - 1)));
    }
}
