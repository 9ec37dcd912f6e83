using System.Text.Json;
using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Documents;

/// <summary>Documents loaded and compiled, beside nothing but parsing their bytes; and what they compile to, beside the same in C#.</summary>
internal sealed class DocumentContestants
{
    private const int Rows = 2000;

    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly AccountRow[] _rows = AccountRow.Many(Rows);
    private readonly Scorecard<AccountRow> _read = ScorecardDocument.Read(DocumentWorkload.Documents[0], DocumentWorkload.Language);
    private readonly Scorecard<AccountRow> _written = DocumentWorkload.InCode();

    /// <summary>What was made last.</summary>
    public object? Last { get; private set; }

    public double Sum { get; private set; }

    public void Load()
    {
        foreach (var document in DocumentWorkload.Documents)
        {
            Last = ScorecardDocument.Read(document, DocumentWorkload.Language);
        }
    }

    public void Parse()
    {
        foreach (var bytes in DocumentWorkload.Bytes)
        {
            using var parsed = JsonDocument.Parse(bytes, Options);
            Last = parsed;
        }
    }

    public void ScoreRead() => Sum = Scored(_read);

    public void ScoreWritten() => Sum = Scored(_written);

    /// <summary>One program: one hash, the same inputs and lines, the same bits.</summary>
    public void Check()
    {
        if (_read.Definition.ConfigurationHash != _written.Definition.ConfigurationHash || !_read.Inputs.SequenceEqual(_written.Inputs) || !_read.Lines.SequenceEqual(_written.Lines))
        {
            throw new InvalidOperationException("The document and the same in C# are not one program.");
        }

        Agreement.OfBits<double>("the document", [.. _rows.Select(r => _read.Score(r, AsOf).Value ?? double.NaN)], [.. _rows.Select(r => _written.Score(r, AsOf).Value ?? double.NaN)]);
    }

    private double Scored(Scorecard<AccountRow> card)
    {
        double sum = 0;
        foreach (var row in _rows)
        {
            sum += card.Evaluate(card.ReadRow(row, AsOf)).Value;
        }

        return sum;
    }
}
