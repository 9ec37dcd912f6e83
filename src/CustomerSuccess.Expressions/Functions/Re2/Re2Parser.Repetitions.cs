namespace CustomerSuccess.Expressions;

internal sealed partial class Re2Parser
{
    /// <summary>Reads an operator of repetition; null, and nothing read, where none stands here.</summary>
    private (int Least, int Most)? Repetition()
    {
        switch (Next)
        {
            case '*':
                _at++;
                return (0, Re2Repetition.Unbounded);
            case '+':
                _at++;
                return (1, Re2Repetition.Unbounded);
            case '?':
                _at++;
                return (0, 1);
            case '{':
                return Counted();
            default:
                return null;
        }
    }

    /// <summary>A '{' that begins no repetition stands for itself.</summary>
    private (int Least, int Most)? Counted()
    {
        var from = _at++;
        if (Count() is { } least)
        {
            var most = Take(",") ? Next == '}' ? Re2Repetition.Unbounded : Count() : least;
            if (most is { } limit && Take("}"))
            {
                return least > MostRepeats || limit > MostRepeats
                    ? throw Mistake($"bad repetition {Shown(from)}: at most {MostRepeats} times", from)
                    : limit != Re2Repetition.Unbounded && least > limit
                        ? throw Mistake($"bad repetition {Shown(from)}: from more to less", from)
                        : (least, limit);
            }
        }

        _at = from;
        return null;
    }

    private int? Count()
    {
        var from = _at;
        var count = 0;
        for (; char.IsAsciiDigit(Next); _at++)
        {
            count = Math.Min((count * 10) + (Next - '0'), MostRepeats + 1);
        }

        return _at == from || (_pattern[from] == '0' && _at > from + 1) ? null : count;
    }

    private void Repeat(List<Re2Node> parts, int least, int most, int from, int repetition)
    {
        // Lazy or greedy, it is the same yes or no.
        Take("?");
        if (repetition >= 0)
        {
            throw Mistake($"bad repetition operator {Shown(repetition)}: a repetition is not repeated without a group", repetition);
        }

        if (parts.Count == 0)
        {
            throw Mistake($"bad repetition operator {Shown(from)}: nothing stands before it", from);
        }

        if (most == 0)
        {
            parts[^1] = Re2Node.Empty;
            return;
        }

        var repeated = new Re2Repetition(parts[^1], least, most);
        if (repeated.Repeats > MostRepeats)
        {
            throw Mistake($"bad repetition {Shown(from)}: together with those inside it repeats more than {MostRepeats} times", from);
        }

        parts[^1] = repeated;
    }
}
