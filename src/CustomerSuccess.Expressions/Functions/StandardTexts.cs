namespace CustomerSuccess.Expressions;

/// <summary>What the functions of the language do, in words: what a reference of them says.</summary>
internal static class StandardTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [Operators.Conditional] = "One of two, by a condition.",
        [Operators.Not] = "Not.",
        [Operators.Negate] = "The negative.",
        [Operators.Add] = "The sum; of texts, octets and lists the one behind the other. Whole numbers beyond 64 bits are an error.",
        [Operators.Subtract] = "The difference.",
        [Operators.Multiply] = "The product.",
        [Operators.Divide] = "The quotient; of whole numbers toward zero, and an error where the divisor is 0.",
        [Operators.Modulo] = "What division leaves; its sign is the dividend's.",
        [Operators.Equal] = "Whether both are equal: numbers by what they stand for, lists and maps by content.",
        [Operators.NotEqual] = "Whether both differ.",
        [Operators.Less] = "Whether the left comes first.",
        [Operators.LessOrEqual] = "Whether the left comes first or both are equal.",
        [Operators.Greater] = "Whether the right comes first.",
        [Operators.GreaterOrEqual] = "Whether the right comes first or both are equal.",
        [Operators.Index] = "An element of a list, from 0, or of a map by its key; an error where there is none.",
        [Operators.In] = "Whether a list has the element, or a map the key.",
        ["size"] = "How many code points, octets, elements or entries there are.",
        ["type"] = "The type of a value.",
        ["dyn"] = "The same value, of which the type is told at run time only.",
        ["contains"] = "Whether a text holds another.",
        ["startsWith"] = "Whether a text begins with another.",
        ["endsWith"] = "Whether a text ends with another.",
        ["matches"] = "Whether a part of a text matches a regular expression (RE2), in time that grows with the text only.",
        ["bool"] = "A text as a yes or no: true, t, 1, false, f, 0.",
        ["int"] = "As a whole number: of a number without its fraction, of an instant the seconds since 1970. Beyond 64 bits it is an error.",
        ["uint"] = "As a whole number without a sign.",
        ["double"] = "As a number of double precision.",
        ["string"] = "As a text.",
        ["bytes"] = "A text as octets, in UTF-8.",
        ["timestamp"] = "A text like 2026-03-01T09:30:00Z, or seconds since 1970, as an instant.",
        ["duration"] = "A text like 36h, 1h30m or 1.5s as a duration.",
        ["getFullYear"] = "The year.",
        ["getMonth"] = "The month, from 0 (January).",
        ["getDayOfYear"] = "The day of the year, from 0.",
        ["getDayOfMonth"] = "The day of the month, from 0.",
        ["getDate"] = "The day of the month, from 1.",
        ["getDayOfWeek"] = "The day of the week, from 0 (Sunday).",
        ["getHours"] = "The hour of the day, 0 to 23; of a duration, all its whole hours.",
        ["getMinutes"] = "The minute of the hour; of a duration, all its whole minutes.",
        ["getSeconds"] = "The second of the minute; of a duration, all its whole seconds.",
        ["getMilliseconds"] = "The millisecond of the second.",
    };

    public static string Of(string function) => Texts[function];
}
