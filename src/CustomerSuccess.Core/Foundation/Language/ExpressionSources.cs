namespace CustomerSuccess;

/// <summary>A function of the host that an expression calls.</summary>
internal sealed record FunctionSource(string Name);

/// <summary>Something that is read through an expression: what stands behind it, and who may read that.</summary>
internal sealed record ExpressionSources(string Signed, IReadOnlyList<object> Sources, LanguageStage Stage = LanguageStage.Facts)
{
    /// <summary>Two expressions of one text and meaning are one; of lambdas, whose meaning is not known, only of the same ones.</summary>
    public bool Equals(ExpressionSources? other) => other is not null && Signed == other.Signed && Sources.SequenceEqual(other.Sources);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Signed);

    /// <summary>What stands behind a source: of an expression, all that it reads.</summary>
    public static IEnumerable<object> Of(object source) => source is ExpressionSources expression ? expression.Sources.SelectMany(Of) : [source];
}
