using System.Globalization;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="JudgeCommand"/>.</summary>
internal sealed class JudgeArguments
{
    private static readonly ValueOption[] Values =
    [
        new("--horizon", "a number of days", "365"),
        new("--capacity", "a number or a share of customers", "50, or --capacity 10%"),
        new("--bands", "two edges", "50/75"),
    ];

    private JudgeArguments(Arguments arguments)
    {
        Files = arguments.Paths.Count switch
        {
            0 => null,
            2 => (arguments.Paths[0], arguments.Paths[1]),
            _ => throw new InputException($"a score is judged from two files. Name that of outcomes behind {Quoted.Text(arguments.Paths[0])}."),
        };
        (Json, Markdown) = (arguments.Has("--json"), arguments.Has("--markdown"));
        if (Json && Markdown)
            throw new InputException("--json and --markdown are two forms of one answer. Choose one.");
        Options = new JudgeOptions
        {
            HorizonDays = arguments.Whole("--horizon", 1, JudgeOptions.LongestHorizonDays) ?? 365,
            HighIsRisk = arguments.Has("--high-is-risk"),
            Capacity = CapacityOf(arguments.Value("--capacity")),
            Bands = BandsOf(arguments.Value("--bands") ?? "50/75"),
        };
    }

    /// <summary>The files of scores and of outcomes; null for those that come with the program.</summary>
    public (string Scores, string Outcomes)? Files { get; }

    public bool Json { get; }

    public bool Markdown { get; }

    public JudgeOptions Options { get; }

    public static JudgeArguments Parse(IReadOnlyList<string> typed) =>
        new(Arguments.Parse(typed, ["--json", "--markdown", "--high-is-risk"], Values, paths: 2, "Name the file of scores and that of outcomes."));

    private static Capacity? CapacityOf(string? text)
    {
        if (text is null)
            return null;
        var number = text.TrimEnd().TrimEnd('%');
        var portion = number.Length < text.TrimEnd().Length;
        return portion
            ? Number(number) is { } percent and > 0 and <= 100 ? Capacity.ShareOfAll(percent / 100) : throw Wrong("a share above 0% and at most 100%")
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? Capacity.Customers(count)
            : throw Wrong("a number of customers from 1 on, nor a share like 10%");

        InputException Wrong(string what) => new($"--capacity: {Quoted.Text(text)} is not {what}.");
    }

    private static HealthBands BandsOf(string text)
    {
        var edges = text.Split('/');
        if (edges.Length != 2 || Number(edges[0]) is not { } yellow || Number(edges[1]) is not { } green)
            throw new InputException($"--bands: {Quoted.Text(text)} is not two edges. Write where yellow and green begin, like 50/75.");
        try
        {
            return HealthBands.RedYellowGreen(yellow, green);
        }
        catch (ArgumentException)
        {
            throw new InputException($"--bands: {Quoted.Text(text)} are not edges of bands. They rise, and lie between 0 and 100.");
        }
    }

    private static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
