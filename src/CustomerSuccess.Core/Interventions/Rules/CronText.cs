using Cronos;

namespace CustomerSuccess.Interventions;

/// <summary>Reads cron expressions: five fields, or six with seconds first.</summary>
internal static class CronText
{
    private static readonly DateTime From = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The schedule of an expression.</summary>
    /// <exception cref="CronFormatException">It is none.</exception>
    public static CronExpression Parse(string expression) =>
        CronExpression.Parse(expression, expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);

    /// <summary>What is wrong with an expression; null where nothing is.</summary>
    public static string? MistakeOf(string expression)
    {
        try
        {
            return Parse(expression).GetNextOccurrence(From) is null ? "there is no such day" : null;
        }
        catch (CronFormatException e)
        {
            return e.Message;
        }
    }
}
