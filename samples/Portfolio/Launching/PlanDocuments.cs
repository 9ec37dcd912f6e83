using CustomerSuccess.Composition;
using CustomerSuccess.Portfolio.Scorecards;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>The documents of a folder that has the plan of a launch beside those of the health of accounts.</summary>
public static class PlanDocuments
{
    /// <summary>The configuration, which has at least one plan; the first by name is the one that is meant.</summary>
    /// <exception cref="ConfigurationException">The documents have mistakes: all of them are told.</exception>
    /// <exception cref="InputException">The folder has no plan.</exception>
    public static CustomerConfiguration In(string folder) => SignalHealth.In(folder).Configuration is { Plans.Count: > 0 } found
        ? found
        : throw new InputException($"{Quoted.Clean(folder)}: no document of kind plan is here. Name another folder with --config.");
}
