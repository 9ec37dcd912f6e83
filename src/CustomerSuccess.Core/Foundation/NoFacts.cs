namespace CustomerSuccess;

/// <summary>Facts of nobody.</summary>
internal sealed class NoFacts : IFacts
{
    private NoFacts()
    {
    }

    public static NoFacts Instance { get; } = new();

    public IReadOnlyList<string> Names => [];

    public Reading<double> Number(string name) => Unknown<double>(name);

    public Reading<bool> Flag(string name) => Unknown<bool>(name);

    public Reading<string> Text(string name) => Unknown<string>(name);

    public Reading<TimeSpan> Age(string name) => Unknown<TimeSpan>(name);

    private static Reading<TValue> Unknown<TValue>(string name) => Reading.Unknown<TValue>(new UnknownCause(name, UnknownKind.NotDeclared));
}
