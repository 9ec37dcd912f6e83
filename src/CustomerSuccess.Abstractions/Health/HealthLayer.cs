namespace CustomerSuccess.Health;

/// <summary>The layers that the watermelon test looks through. A measure may name any other text as its layer too.</summary>
public static class HealthLayer
{
    /// <summary>How much the product is used: the rind.</summary>
    public const string Usage = "usage";

    /// <summary>Whether the customer reaches what it bought the product for: plan and objectives.</summary>
    public const string Value = "value";

    /// <summary>Who is there: sponsor, champion, contacts.</summary>
    public const string People = "people";

    /// <summary>What people say.</summary>
    public const string Sentiment = "sentiment";
}
