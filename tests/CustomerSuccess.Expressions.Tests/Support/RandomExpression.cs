using System.Globalization;

namespace CustomerSuccess.Expressions.Tests.Support;

/// <summary>Writes random expressions of a type over numbers n0 to n3, texts t0 and t1 and conditions of them, as they might be written by hand.</summary>
internal sealed class RandomExpression(Random random)
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    public static CelEnvironment Language { get; } = Enumerable.Range(0, 4)
        .Aggregate(CelEnvironment.Declare(), (e, i) => e.Variable($"n{i}", CelType.Double))
        .Variable("t0", CelType.String).Variable("t1", CelType.String).UnknownForms().WidenIntegers().Build();

    public string Condition(int depth) => depth <= 0 ? Leaf() : random.Next(9) switch
    {
        0 or 1 => $"{Part(depth)} && {Part(depth)}",
        2 or 3 => $"{Part(depth)} || {Part(depth)}{(random.Next(2) == 0 ? $" || {Part(depth)}" : "")}",
        4 => $"!({Condition(depth - 1)})",
        5 => $"({Condition(depth - 1)} ? {Part(depth)} : {Part(depth)})",
        6 => $"known({Number(depth - 1)})",
        7 => $"[{Number(depth - 1)}, {Number(depth - 1)}].{(random.Next(2) == 0 ? "all" : "exists")}(x, x > {Constant()})",
        _ => Leaf(),
    };

    public string Number(int depth) => depth <= 0 ? random.Next(3) == 0 ? Constant() : $"n{random.Next(4)}" : random.Next(7) switch
    {
        0 => $"({Number(depth - 1)} + {Number(depth - 1)})",
        1 => $"({Number(depth - 1)} - {Number(depth - 1)})",
        2 => $"{Number(0)} * {Number(0)}",
        3 => $"({Number(depth - 1)}) / {Number(0)}",
        4 => $"orElse({Number(depth - 1)}, {Number(0)})",
        5 => $"(-({Number(depth - 1)}))",
        _ => Number(0),
    };

    private string Part(int depth) => $"({Condition(depth - 1)})";

    private string Leaf() => random.Next(7) switch
    {
        0 => $"t{random.Next(2)} {(random.Next(2) == 0 ? "==" : "!=")} '{Letter()}'",
        1 => $"t{random.Next(2)}.startsWith('{Letter()}')",
        2 => $"{Constant()} {Comparisons[random.Next(6)]} n{random.Next(4)}",
        3 => $"{Number(1)} {Comparisons[random.Next(6)]} {Number(1)}",
        4 => random.Next(3) switch
        {
            0 => $"t0 in ['{Letter()}', '{Letter()}']",
            1 => $"(t1 == '{Letter()}' || t1 == '{Letter()}' || t{random.Next(2)} == '{Letter()}')",
            _ => $"(t1 != '{Letter()}' && t1 != '{Letter()}' && t{random.Next(2)} != '{Letter()}')",
        },
        _ => $"n{random.Next(4)} {Comparisons[random.Next(6)]} {Constant()}",
    };

    private char Letter() => (char)('a' + random.Next(3));

    private string Constant() => random.Next(3) switch
    {
        0 => random.Next(-3, 4).ToString(CultureInfo.InvariantCulture) + ".0",
        1 => (random.Next(-20, 21) / 4.0).ToString("0.00", CultureInfo.InvariantCulture),
        _ => random.Next(0, 4).ToString(CultureInfo.InvariantCulture) + ".5",
    };
}
