namespace CustomerSuccess.SuccessPlans;

/// <summary>How much a customer needs what it bought. The names are stable: they appear in JSON and in metric tags.</summary>
public enum EssentialClass
{
    /// <summary>Nobody has said, or usage alone has.</summary>
    Unknown,

    /// <summary>It would not miss it.</summary>
    NoLongerNeeded,

    /// <summary>It would miss it, and go on.</summary>
    NiceToHave,

    /// <summary>It could not do without.</summary>
    Essential,
}

/// <summary>Words of the classes.</summary>
public static class EssentialClassExtensions
{
    /// <summary><c>essential</c>, <c>nice to have</c>, <c>no longer needed</c>, <c>unknown</c>: what vocabularies read.</summary>
    public static string ToText(this EssentialClass @class) => @class switch
    {
        EssentialClass.Essential => "essential",
        EssentialClass.NiceToHave => "nice to have",
        EssentialClass.NoLongerNeeded => "no longer needed",
        _ => "unknown",
    };
}
