namespace CustomerSuccess;

/// <summary>What a content hash says of the readers behind some facts: their names with their versions.</summary>
internal sealed class ReaderSignature(IReadOnlyList<string> readers, bool reproducible)
{
    /// <summary>No readers: the facts are data.</summary>
    public static ReaderSignature None { get; } = new([], true);

    /// <summary><c>logins@2</c>, <c>nps@?</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Readers { get; } = readers;

    /// <summary>False where a reader has no declared version.</summary>
    public bool Reproducible { get; } = reproducible;

    /// <summary>The readers behind facts.</summary>
    public static ReaderSignature Of(IFacts facts) => RecordingFacts.Behind(facts) is ISignedFacts signed ? signed.Signature : None;
}

/// <summary>Facts that are read by lambdas of the host.</summary>
internal interface ISignedFacts
{
    ReaderSignature Signature { get; }
}
