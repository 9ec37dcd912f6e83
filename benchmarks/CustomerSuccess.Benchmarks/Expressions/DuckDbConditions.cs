using System.Globalization;
using DuckDB.NET.Data;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>The workload's customers in an in-memory DuckDB, on one thread, and one statement that counts of how many each condition holds.</summary>
internal sealed class DuckDbConditions : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly DuckDBCommand _count;
    private readonly string[] _conditions;

    public DuckDbConditions(ExpressionWorkload workload, string[] conditions)
    {
        _conditions = [.. conditions.Select(Conditions.Sql)];
        _connection.Open();
        Execute("SET threads = 1");
        Load(workload);
        _count = _connection.CreateCommand();
        _count.CommandText = Counting("{0}");
        _count.Prepare();
    }

    /// <summary>Of how many customers each condition holds.</summary>
    public long[] Count() => Read(_count);

    /// <summary>Of how many customers each condition is not known.</summary>
    public long[] CountUnknown()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Counting("({0}) IS NULL");
        return Read(command);
    }

    public void Dispose()
    {
        _count.Dispose();
        _connection.Dispose();
    }

    // Of several ways to count, the fastest.
    private string Counting(string of) =>
        $"SELECT {string.Join(", ", _conditions.Select(c => $"sum(CASE WHEN {string.Format(CultureInfo.InvariantCulture, of, c)} THEN 1 ELSE 0 END)::BIGINT"))} FROM customers";

    private static long[] Read(DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        reader.Read();
        var counts = new long[reader.FieldCount];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = reader.GetInt64(i);
        }

        return counts;
    }

    private void Load(ExpressionWorkload workload)
    {
        Execute($"CREATE TABLE customers ({string.Join(", ", ExpressionWorkload.Names.Select(n => $"{n} DOUBLE"))})");
        using var appender = _connection.CreateAppender("customers");
        for (var i = 0; i < workload.Customers; i++)
        {
            var row = appender.CreateRow();
            foreach (var column in workload.Columns)
            {
                row = double.IsNaN(column[i]) ? row.AppendNullValue() : row.AppendValue(column[i]);
            }

            row.EndRow();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
