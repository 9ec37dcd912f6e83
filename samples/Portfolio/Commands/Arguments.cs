using System.Globalization;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>An option that takes a value: what that is, and an example, for messages.</summary>
internal sealed record ValueOption(string Name, string What, string Example);

/// <summary>What was typed behind the name of a command: flags, options with a value (<c>--a x</c> or <c>--a=x</c>), paths.</summary>
internal sealed class Arguments
{
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    /// <summary>The paths, in their order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <param name="typed">What was typed.</param>
    /// <param name="flags">The options without a value.</param>
    /// <param name="options">The options with one.</param>
    /// <param name="paths">How many paths there may be.</param>
    /// <param name="tooMany">What to say to one path more.</param>
    public static Arguments Parse(IReadOnlyList<string> typed, string[] flags, ValueOption[] options, int paths, string tooMany)
    {
        var arguments = new Arguments();
        string[] known = [.. flags, .. options.Select(o => o.Name), "--help"];
        for (var i = 0; i < typed.Count; i++)
        {
            var argument = typed[i];
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            if (flags.Contains(argument))
                arguments._flags.Add(argument);
            else if (Array.Find(options, o => o.Name == name) is { } option)
                arguments.Add(option, equals >= 0 ? argument[(equals + 1)..] : i + 1 < typed.Count && !IsKnown(typed[i + 1], known) ? typed[++i] : "");
            else if (argument.StartsWith('-'))
                throw new InputException($"there is no option {Quoted.Text(argument)}.{Nearest.Hint(name, known)} Run --help for what there is.");
            else if (arguments._paths.Count == paths)
                throw new InputException($"{Quoted.Text(argument)} is one argument too many. {tooMany}");
            else
                arguments._paths.Add(argument);
        }

        return arguments;
    }

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>The value of an option, or null where it was not given.</summary>
    public string? Value(string option) => _values.GetValueOrDefault(option);

    /// <summary>A whole number of a range; null where the option was not given.</summary>
    public int? Whole(string option, int least, int most)
    {
        if (Value(option) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{option}: {Quoted.Text(text)} is not a whole number from {least:N0} to {most:N0}."));
    }

    private static bool IsKnown(string argument, string[] known) => known.Contains(argument.Split('=')[0]);

    private void Add(ValueOption option, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new InputException($"{option.Name} needs {option.What}: {option.Name} {option.Example}");
        if (!_values.TryAdd(option.Name, value))
            throw new InputException($"{option.Name} is given twice. Give it once.");
    }
}
