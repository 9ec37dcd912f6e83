using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A terminal gets its colours and its width; a file or a pipe gets plain text of 80 columns.</summary>
internal static class Screen
{
    private const int PlainWidth = 80;

    public static IAnsiConsole On(TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = PlainWidth;
        return console;
    }

    public static Table Table(string title, params (string Header, bool Number)[] columns)
    {
        var table = new Table
        {
            Border = TableBorder.Simple,
            Title = new TableTitle(title, new Style(decoration: Decoration.Bold)),
        };
        foreach (var (header, number) in columns)
            table.AddColumn(new TableColumn(new Text(header)) { Alignment = number ? Justify.Right : Justify.Left, NoWrap = number, Padding = new Padding(0, 0, 1, 0) });
        return table;
    }

    /// <summary>A band's text in its colour: band names are the scorecard's own, so the colour goes by place, worst first.</summary>
    public static Text Banded(string text, int band) =>
        new(text, new Style(foreground: band == 0 ? Color.Red : band == 1 ? Color.Yellow : Color.Green));
}
