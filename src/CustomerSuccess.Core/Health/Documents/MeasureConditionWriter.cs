using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes the condition of an exception.</summary>
internal sealed class MeasureConditionWriter(Utf8JsonWriter json)
{
    public void Write(string name, ScoreCondition condition)
    {
        json.WritePropertyName(name);
        Write(condition);
    }

    private void Write(ScoreCondition condition)
    {
        if (condition is FlagCondition { Expression: { } expression })
        {
            json.WriteStringValue(expression);
            return;
        }

        json.WriteStartObject();
        switch (condition)
        {
            case CombinedCondition combined:
                json.WriteStartArray(combined.IsAnd ? "all" : "any");
                Write(combined.Left);
                Write(combined.Right);
                json.WriteEndArray();
                break;
            case NegatedCondition negated:
                Write("not", negated.Inner);
                break;
            case ThresholdCondition threshold:
                json.WriteString("measure", threshold.Measure);
                json.WriteNumber(threshold.OrEqual ? "atLeast" : "moreThan", threshold.Number);
                break;
            case CategoryCondition category:
                json.WriteString("measure", category.Measure);
                json.WriteString("is", category.Category);
                break;
            case KnownCondition known:
                json.WriteString("known", known.Measure);
                break;
            case FlagCondition { ReaderVersion: { } version } flag:
                json.WriteString("reader", $"{flag.ReaderName ?? flag.Name}@{(version.Length == 0 ? "?" : version)}");
                break;
            case FlagCondition flag:
                json.WriteString("column", flag.Name);
                break;
            default:
                throw new InvalidOperationException($"A condition of type {condition.GetType().Name} has no form as a document.");
        }

        json.WriteEndObject();
    }
}
