using System.Text.Json;

namespace CustomerSuccess.Segmentation;

/// <summary>Writes a scheme of segments as a document.</summary>
internal static class SegmentWriter
{
    public static string Write(SegmentScheme scheme) => DocumentWriter.Write(SegmentDocument.Kind, json =>
    {
        json.WriteString("name", scheme.Name);
        json.WriteString("purpose", DocumentWords.Of(scheme.Purpose));
        json.WriteStartArray("segments");
        foreach (var segment in scheme.Segments.Where(s => s.When is not null))
        {
            json.WriteStartObject();
            Segment(json, segment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Object("otherwise", () => Segment(json, scheme.Segments[^1]));
    });

    private static void Segment(Utf8JsonWriter json, SegmentModel segment)
    {
        json.WriteString("name", segment.Name);
        if (segment.When is { } when)
        {
            json.WritePropertyName("when");
            json.Value(when.Written);
            json.Number("priority", segment.Priority, 0);
        }

        if (segment.Experience is { } experience)
        {
            json.Object("experience", () => Experience(json, experience));
        }
    }

    private static void Experience(Utf8JsonWriter json, AppropriateExperience experience)
    {
        json.WriteString("coverage", DocumentWords.Of(experience.Coverage));
        json.Texts("channels", experience.Channels);
        json.Texts("byPeople", experience.ByPeople);
        json.Texts("automatic", experience.Automatic);
        json.Span("contactEvery", experience.ContactEvery);
        json.Span("reviewEvery", experience.ReviewEvery);
        json.Texts("skills", experience.Skills);
    }
}
