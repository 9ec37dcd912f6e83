namespace CustomerSuccess.Portfolio.Commands;

/// <summary>One thing the program does. It throws <see cref="InputException"/> where its arguments or its input are of no use.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <summary>One line of the list of commands.</summary>
    string Summary { get; }

    /// <summary>What its own help says below the usage.</summary>
    string Details { get; }

    /// <summary>Its options as the usage shows them.</summary>
    string Usage { get; }

    void Run(IReadOnlyList<string> arguments, TextWriter output);
}
