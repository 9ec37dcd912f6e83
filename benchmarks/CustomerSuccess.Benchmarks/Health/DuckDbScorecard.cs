using DuckDB.NET.Data;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>The workload's customers in an in-memory DuckDB, scored by SQL into a table, on one thread.</summary>
internal sealed class DuckDbScorecard : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly DuckDBCommand _score;

    public DuckDbScorecard(HealthWorkload workload, int customers)
    {
        _connection.Open();
        Execute("SET threads = 1");
        Load(workload, customers);
        _score = _connection.CreateCommand();
        _score.CommandText = DuckDbSql.Score(workload.Scorecard.Model);
    }

    public void Score() => _score.ExecuteNonQuery();

    /// <summary>What the last scoring wrote, in the order of the customers, which DuckDB keeps.</summary>
    public (double[] Values, sbyte[] Bands) Read()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT coalesce(value, 'NaN'::DOUBLE), coalesce(band, -1)::TINYINT FROM scores";
        using var reader = command.ExecuteReader();
        var (values, bands) = (new List<double>(), new List<sbyte>());
        while (reader.Read())
        {
            values.Add(reader.GetDouble(0));
            bands.Add(reader.GetFieldValue<sbyte>(1));
        }

        return ([.. values], [.. bands]);
    }

    public void Dispose()
    {
        _score.Dispose();
        _connection.Dispose();
    }

    private void Load(HealthWorkload workload, int customers)
    {
        Execute(DuckDbSql.Customers(workload.Scorecard.Inputs));
        Execute(DuckDbSql.Weights(workload.Scorecard.Model));
        using var appender = _connection.CreateAppender("customers");
        for (var i = 0; i < customers; i++)
        {
            var row = appender.CreateRow().AppendValue(workload.Segments[i]);
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
