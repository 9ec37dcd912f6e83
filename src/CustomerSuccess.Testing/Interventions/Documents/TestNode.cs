namespace CustomerSuccess.Testing;

/// <summary>A value of a test's document, with its place.</summary>
internal sealed class TestNode
{
    /// <summary>The name of the property; null within a list and at the top.</summary>
    public required string? Name { get; init; }

    public required TestNodeKind Kind { get; init; }

    /// <summary>The path in the JSON: <c>$.tests[0].given</c>.</summary>
    public required string Path { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public string Text { get; init; } = "";

    public double Number { get; init; }

    public bool Flag { get; init; }

    public List<TestNode> Parts { get; } = [];

    /// <summary>What stands there, in words.</summary>
    public string Words => Kind switch
    {
        TestNodeKind.Object => "an object",
        TestNodeKind.List => "a list",
        TestNodeKind.Text => $"the text '{Text}'",
        TestNodeKind.Number => $"the number {NumberText.Of(Number)}",
        TestNodeKind.Flag => Flag ? "true" : "false",
        _ => "null",
    };

    public TestNode? Find(string name) => Parts.Find(p => p.Name == name);
}

/// <summary>What a value is.</summary>
internal enum TestNodeKind
{
    Object,
    List,
    Text,
    Number,
    Flag,
    Null,
}
