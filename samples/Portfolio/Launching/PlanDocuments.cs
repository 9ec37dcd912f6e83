using CustomerSuccess.Composition;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>The documents of plans of a folder, together with those of the health of accounts, whose vocabulary they read.</summary>
public static class PlanDocuments
{
    /// <summary>The configuration, which has at least one plan; the first by name is the one that is meant.</summary>
    /// <exception cref="ConfigurationException">The documents have mistakes: all of them are told.</exception>
    /// <exception cref="InputException">The folder cannot be read, or has no plan.</exception>
    public static CustomerConfiguration In(string folder)
    {
        var documents = Read(ShippedFile.AccountDocuments).Concat(Read(folder));
        return CustomerConfiguration.Load(documents, SignalHealth.Said) is { Plans.Count: > 0 } found
            ? found
            : throw new InputException($"{Quoted.Clean(folder)}: no document of kind plan is here. Name another folder with --config.");
    }

    private static List<ConfigurationDocument> Read(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => ConfigurationDocument.FromFile(file, Path.GetFileName(file)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new InputException($"{Quoted.Clean(folder)} cannot be read: {Quoted.Clean(e.Message)}");
        }
    }
}
