namespace CustomerSuccess.Expressions;

/// <summary>One row of columns.</summary>
internal readonly record struct ColumnRow(CelColumns Columns, int Row);
