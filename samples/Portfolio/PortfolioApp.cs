using CustomerSuccess.Portfolio.Commands;

namespace CustomerSuccess.Portfolio;

/// <summary>The program without its process: tests call it as <c>Program.cs</c> does.</summary>
public static class PortfolioApp
{
    private const int Fine = 0;
    private const int CannotWrite = 1;
    private const int BadInput = 2;

    // The first one runs where none is named. A further command is one more line here.
    private static readonly ICommand[] Commands = [new ScoreCommand(), new JudgeCommand(), new SimulateCommand(), new HealthCommand(), new CompareCommand(), new LineageCommand(), new PlanCommand(), new QuarterCommand()];

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            var named = args.Length > 0 && !args[0].StartsWith('-');
            var command = named ? Find(args[0]) : Commands[0];
            var arguments = args[(named ? 1 : 0)..];
            if (arguments.Contains("--help") || arguments.Contains("-h"))
                output.WriteLine(Help.Of(Commands, command));
            else
                command.Run(arguments, output);
            output.Flush();
            return Fine;
        }
        catch (InputException e)
        {
            error.WriteLine($"error: {e.Message}");
            return BadInput;
        }
        catch (ConfigurationException e)
        {
            // All mistakes of all documents, each with its place and its cure.
            error.WriteLine($"error: {e.Message}");
            return BadInput;
        }
        catch (IOException e)
        {
            // Reading turns its own failures into InputException, so this is the output: a full disk, for instance.
            error.WriteLine($"error: the output cannot be written: {e.Message}");
            return CannotWrite;
        }
    }

    private static ICommand Find(string name) =>
        Array.Find(Commands, c => c.Name == name)
        ?? throw new InputException($"there is no command {Quoted.Text(name)}.{Nearest.Hint(name, Commands.Select(c => c.Name))} Run --help for what there is.");
}
