namespace CustomerSuccess.Contacts;

/// <summary>Declares what expressions may name of contacts.</summary>
public static class ContactWords
{
    /// <summary>
    /// <c>contacts</c> (<c>active</c>, <c>exposure</c>, <c>missing</c>, <c>signerKnown</c>, <c>engaged(days(90))</c>,
    /// <c>daysSince('executive sponsor')</c>, <c>covers('champion')</c>) and <c>issues</c> (<c>open()</c>, <c>open(2)</c>,
    /// <c>opened(days(28))</c>, <c>opened(2, days(28))</c>). What no source gives is unknown. Every language over customers has them;
    /// declared again, the options of the last hold.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="options">How <c>contacts.exposure</c> and <c>contacts.missing</c> are judged; the usual where null.</param>
    public static LanguageBuilder<CustomerFacts> Contacts(this LanguageBuilder<CustomerFacts> language, ContactNetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.With<ContactLanguage>(c => c.Network = new(options));
    }
}
