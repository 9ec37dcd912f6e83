using System.Text.Json;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Composition;

/// <summary>Writes a vocabulary as a document.</summary>
internal static class VocabularyWriter
{
    public static string Write(CustomerVocabulary vocabulary) => DocumentWriter.Write(VocabularyReader.Kind, json =>
    {
        Each(json, "traits", vocabulary.Traits, t => t.Name, trait =>
        {
            json.WriteString("type", DocumentWords.Of(trait.Kind));
            json.Text("currency", trait.Currency);
            json.Text("alias", trait.Alias);
            json.Text("description", trait.Description);
        });
        Each(json, "signals", vocabulary.Signals, s => s.Name, signal =>
        {
            json.Text("alias", signal.Alias);
            if (!signal.HasValues)
            {
                json.WriteBoolean("values", false);
            }

            Contract(json, signal.Contract);
            json.Text("description", signal.Description);
        });
        Each(json, "facts", vocabulary.Facts, f => f.Name, fact => json.WriteString(DocumentWords.Of(fact.Type), fact.Expression));
    });

    private static void Contract(Utf8JsonWriter json, SignalContract? contract)
    {
        if (contract is null)
        {
            return;
        }

        json.Text("unit", contract.Unit);
        if (contract.Minimum is not null || contract.Maximum is not null)
        {
            json.WritePropertyName("range");
            json.WriteRawValue($"[{End(contract.Minimum)}, {End(contract.Maximum)}]");
        }

        json.Span("freshness", contract.Freshness);
        json.Flag("required", contract.IsRequired);
    }

    private static string End(double? end) => end is { } number ? CanonicalJson.Number(number) : "null";

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> declared, Func<T, string> nameOf, Action<T> properties)
    {
        if (declared.Count > 0)
        {
            json.Object(name, () =>
            {
                foreach (var one in declared)
                {
                    json.Object(nameOf(one), () => properties(one));
                }
            });
        }
    }
}
