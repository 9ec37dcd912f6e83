using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Tallying;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Scores every customer of a file with two scorecards and shows the portfolio.</summary>
internal sealed class ScoreCommand : ICommand
{
    public string Name => "score";

    public string Summary => "score the customers of a file with two scorecards";

    public string Usage => "[--file PATH] [--config DIR] [--json]";

    public string Details => $"""
        Scores every customer with two scorecards and shows bands by contract, revenue at
        risk, the ten riskiest with their reasons, and the shortest way back.

          --file PATH  another CSV file instead of the one shipped: UTF-8, commas, a header.
                       Columns, in any order: {string.Join(", ", CustomerFile.Shape.Required[..5])},
                       {string.Join(", ", CustomerFile.Shape.Required[5..])}.
                       Used where there, and may have empty cells: {string.Join(", ", CustomerFile.Shape.Optional)}.
          --config DIR another folder with weighted.json and points.json instead of the
                       one shipped (samples/Portfolio/config/customers)
          --json       one JSON object on standard output, and nothing else
          --help       this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = ScoreArguments.Parse(arguments);
        // Everything is read before anything is printed: a mistake in the last line leaves the output empty.
        var portfolio = PortfolioTally.Of(options.File ?? ShippedFile.Path, CustomerScorecards.In(options.Folder ?? ShippedFile.CustomerDocuments));
        if (options.Json)
            JsonReport.Write(portfolio, output);
        else
            ScreenReport.Write(portfolio, output);
    }
}
