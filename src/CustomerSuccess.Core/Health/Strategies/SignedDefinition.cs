namespace CustomerSuccess.Health;

/// <summary>The definition of a strategy together with the readers behind its facts, remembered for the readers met last. Safe to use from several threads.</summary>
internal sealed class SignedDefinition(Func<ReaderSignature, ScoreDefinition> make)
{
    private Remembered? _last;

    public ScoreDefinition For(ReaderSignature signature)
    {
        var last = Volatile.Read(ref _last);
        if (last is null || !ReferenceEquals(last.Signature, signature))
        {
            last = new(signature, make(signature));
            Volatile.Write(ref _last, last);
        }

        return last.Definition;
    }

    private sealed class Remembered(ReaderSignature signature, ScoreDefinition definition)
    {
        public ReaderSignature Signature { get; } = signature;

        public ScoreDefinition Definition { get; } = definition;
    }
}
