namespace CustomerSuccess.Customers;

/// <summary>The customer's own part of the facts.</summary>
public static class AccountFactsExtensions
{
    extension(CustomerFacts facts)
    {
        /// <summary>What the customer is. Where no source gives it, everything in it is unknown (not given).</summary>
        public AccountFacts Account => facts.Find<AccountFacts>() ?? new AccountRecords { CustomerId = facts.CustomerId }.At(facts.AsOf, facts.KnownAt);
    }
}
