namespace CustomerSuccess.Contacts;

/// <summary>The contacts' part of the facts.</summary>
public static class ContactFactsExtensions
{
    extension(CustomerFacts facts)
    {
        /// <summary>The customer's contacts. Where no source gives any, everything in it is unknown (not given).</summary>
        public ContactFacts Contacts => facts.Find<ContactFacts>() ?? new ContactRecords { CustomerId = facts.CustomerId }.At(facts.AsOf, facts.KnownAt);
    }
}
