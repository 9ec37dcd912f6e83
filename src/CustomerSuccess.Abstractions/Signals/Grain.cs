namespace CustomerSuccess.Signals;

/// <summary>What a measure is taken of.</summary>
public enum Grain
{
    /// <summary>One account: all signals of the customer.</summary>
    Account,

    /// <summary>Each user of an account: signals by actor.</summary>
    User,

    /// <summary>Each product of an account: signals by product.</summary>
    Product,

    /// <summary>An account with all accounts below it, as the tree stands at the instant.</summary>
    AccountTree,
}
