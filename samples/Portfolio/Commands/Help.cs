using System.Text;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The text of <c>--help</c>.</summary>
internal static class Help
{
    public static string Of(IReadOnlyList<ICommand> commands, ICommand command)
    {
        var text = new StringBuilder();
        text.AppendLine($"Usage: portfolio {(command == commands[0] ? $"[{command.Name}]" : command.Name)} {command.Usage}").AppendLine();
        text.AppendLine(command.Details).AppendLine();
        text.AppendLine("Commands:");
        foreach (var each in commands)
            text.AppendLine($"  {each.Name,-10} {each.Summary}{(each == commands[0] ? " (also without a name)" : "")}");
        text.AppendLine().Append("Exit codes: 0 fine, 1 the output cannot be written, 2 bad input or usage.");
        return text.ToString();
    }
}
