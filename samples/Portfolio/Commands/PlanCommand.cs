using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Writing;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Walks through the launch of one simulated customer: what lies ahead, and who kept what was agreed.</summary>
internal sealed class PlanCommand : ICommand
{
    public string Name => "plan";

    public string Summary => "the launch of one simulated customer: who kept what was agreed";

    public string Usage => "[--account ID] [--seed N] [--accounts N] [--days N] [--config DIR] [--json]";

    public string Details => """
        Walks through the first 120 days of one simulated customer with its success plan:
        what lies ahead on day 0; then, on days 30, 60, 90 and 120, the pace of each
        milestone, who delayed it by how much, what may be asked for, what stands in the
        way; at last how far the customer has moved toward its success.

          --account ID  one that begins within the simulated time; the first unless stated
          --seed N      the same seed gives the same launch everywhere; 1 unless stated
          --accounts N  500 unless stated
          --days N      from 1 January 2024 on; 730 unless stated
          --config DIR  another folder of documents instead of the one shipped
                        (samples/Portfolio/config/accounts)
          --out DIR     write the outlooks of day 0 and of day 60 there, to be mailed to the
                        customer, as HTML and as Markdown
          --force       replace files that are there
          --json        one JSON object on standard output, and nothing else
          --help        this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = PlanArguments.Parse(arguments);
        // A mistake in a document is told before anything is simulated.
        var configuration = PlanDocuments.In(options.Documents);
        var launch = Launch.Run(options.Simulation, options.Account, configuration);
        if (options.Out is { } folder)
            OutlookFiles.Write(launch, folder, options.Force);
        if (options.Json)
            LaunchJson.Write(launch, output);
        else
            LaunchScreen.Write(launch, options.Out, output);
    }
}
