using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>Health through signals, as the documents of a folder say it: what people do with the product, how it fails them, what they say.</summary>
internal sealed class SignalHealth
{
    /// <summary>The currency of what accounts pay.</summary>
    public const string Currency = "EUR";

    private SignalHealth(string folder) => Configuration = CustomerConfiguration.Load(folder, host => host.Health(h => h.AnnualRevenue("annual revenue", Currency)));

    public CustomerConfiguration Configuration { get; }

    /// <summary>The scorecard, or the first by name where documents have several.</summary>
    public Scorecard Card => Configuration.Scorecards[0];

    /// <summary>The segments by appropriate experience, in the order in which they win.</summary>
    public IEnumerable<string> Segments => Configuration.Schemes.Where(s => s.Purpose == SegmentPurpose.Experience).SelectMany(s => s.Segments).Select(s => s.Name);

    /// <exception cref="ConfigurationException">The documents have mistakes: all of them are told.</exception>
    public static SignalHealth In(string folder) => new(folder);

    public CustomerHealth Over(CustomerSources sources) => Configuration.Over(sources);
}
