using CustomerSuccess.Expressions;

namespace CustomerSuccess.Contacts;

/// <summary>The functions that are called on contacts and issues.</summary>
internal static class ContactFunctions
{
    public const string Engaged = "engaged";
    public const string DaysSince = "daysSince";
    public const string Covers = "covers";
    public const string Open = "open";
    public const string Opened = "opened";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>([Engaged, DaysSince, Covers, Open, Opened], StringComparer.Ordinal);

    public static void AddTo(CelEnvironmentBuilder environment, CelType contacts, CelType issues)
    {
        Add(environment, Engaged, [contacts, CelType.Duration], CelType.Double, "How many active contacts were engaged in an interaction, over the window of that length that ends now.");
        Add(environment, DaysSince, [contacts, CelType.String], CelType.Double, "Days since a contact of a persona was last engaged; where it never happened, not given.");
        Add(environment, Covers, [contacts, CelType.String], CelType.Bool, "Whether an active contact has a persona.");
        Add(environment, Open, [issues], CelType.Double, "How many issues are open.");
        Add(environment, Open, [issues, CelType.Int], CelType.Double, "How many issues of a severity or graver are open: 1 is the gravest.");
        Add(environment, Opened, [issues, CelType.Duration], CelType.Double, "How many issues were opened, over the window of that length that ends now.");
        Add(environment, Opened, [issues, CelType.Int, CelType.Duration], CelType.Double, "How many issues of a severity or graver were opened, over the window of that length that ends now.");
    }

    // A call is read as a whole, with constants: it never runs.
    private static void Add(CelEnvironmentBuilder environment, string name, CelType[] parameters, CelType result, string description) => environment.Function(
        name,
        parameters,
        result,
        (_, _) => throw new InvalidOperationException("contacts and issues are read by one call with constants"),
        new() { IsReceiver = true, Version = Durations.Version, Description = description });
}
