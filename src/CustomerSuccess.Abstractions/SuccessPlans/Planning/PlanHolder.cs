namespace CustomerSuccess.SuccessPlans;

/// <summary>Whose plan it is: one customer's, or that of a cluster of customers that share it. Immutable; equal where both parts are.</summary>
public sealed record PlanHolder
{
    private PlanHolder(string id, bool isCluster)
    {
        ValidText.Check(id);
        (Id, IsCluster) = (id, isCluster);
    }

    /// <summary>The customer, or the cluster.</summary>
    public string Id { get; }

    /// <summary>Whether it is a cluster's.</summary>
    public bool IsCluster { get; }

    /// <summary>A customer's plan.</summary>
    /// <exception cref="ArgumentException">The id is empty, or no valid Unicode.</exception>
    public static PlanHolder Customer(string customerId) => new(customerId, false);

    /// <summary>A plan that several customers share, each with evidence of its own.</summary>
    /// <exception cref="ArgumentException">The name is empty, or no valid Unicode.</exception>
    public static PlanHolder Cluster(string cluster) => new(cluster, true);

    /// <inheritdoc />
    public override string ToString() => IsCluster ? $"cluster {Id}" : Id;
}
