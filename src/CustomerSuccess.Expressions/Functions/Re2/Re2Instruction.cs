namespace CustomerSuccess.Expressions;

/// <summary>What one step of a program does.</summary>
internal enum Re2Operation : byte
{
    /// <summary>The text matches.</summary>
    Match,

    /// <summary>Goes on at two places, the second of which is the argument.</summary>
    Fork,

    /// <summary>Goes on elsewhere. None goes there once the program is made.</summary>
    Jump,

    /// <summary>Goes on where an assertion holds.</summary>
    Assert,

    /// <summary>Takes any code point.</summary>
    TakeAny,

    /// <summary>Takes the code points of one symbol.</summary>
    TakeOne,

    /// <summary>Takes the code points of a set of symbols.</summary>
    TakeSome,
}

/// <summary>One step: what it does, with what (a place, an assertion, a symbol or a set), and where it goes on.</summary>
internal readonly record struct Re2Instruction(Re2Operation Operation, int Argument, int Next);
