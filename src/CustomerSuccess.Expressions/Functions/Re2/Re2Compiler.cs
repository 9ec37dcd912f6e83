namespace CustomerSuccess.Expressions;

/// <summary>Makes the program of a pattern (Thompson's construction).</summary>
internal sealed class Re2Compiler
{
    /// <summary>The most steps of a program.</summary>
    public const int MostSteps = 10_000;

    private const int Later = -1;

    private readonly List<Re2Instruction> _steps = [];
    private readonly Dictionary<CodePointSet, int> _sets = [];
    private bool _asksForEdges;
    private bool _asksForNewlines;
    private bool _asksForWords;

    /// <exception cref="Re2SyntaxException">The pattern stands for more than <see cref="MostSteps"/> steps.</exception>
    public static Re2Program Compile(Re2Node pattern)
    {
        var compiler = new Re2Compiler();
        if (!pattern.IsAnchored)
        {
            // What is not tied to the start begins anywhere.
            compiler.Add(Re2Operation.Fork, argument: 2);
            compiler.Add(Re2Operation.TakeAny, next: 0);
        }

        compiler.Emit(pattern);
        compiler.Add(Re2Operation.Match);
        return compiler.Finish();
    }

    private void Emit(Re2Node node)
    {
        switch (node)
        {
            case Re2Class one:
                Add(Re2Operation.TakeSome, Set(one.Set));
                break;
            case Re2Place place:
                Note(place.Assertion);
                Add(Re2Operation.Assert, (int)place.Assertion);
                break;
            case Re2Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Emit(part);
                }

                break;
            case Re2Choice choice:
                Emit(choice);
                break;
            case Re2Repetition repetition:
                Emit(repetition);
                break;
        }
    }

    private void Emit(Re2Choice choice)
    {
        var ends = new List<int>();
        for (var i = 0; i < choice.Branches.Count; i++)
        {
            if (i == choice.Branches.Count - 1)
            {
                Emit(choice.Branches[i]);
                break;
            }

            var fork = Add(Re2Operation.Fork, Later);
            Emit(choice.Branches[i]);
            ends.Add(Add(Re2Operation.Jump, next: Later));
            Join(fork);
        }

        ends.ForEach(Join);
    }

    private void Emit(Re2Repetition repetition)
    {
        var last = _steps.Count;
        for (var i = 0; i < repetition.Least; i++)
        {
            last = _steps.Count;
            Emit(repetition.Part);
            if (_steps.Count == last)
            {
                return;
            }
        }

        if (repetition.Most == Re2Repetition.Unbounded)
        {
            EmitLoop(repetition, last);
            return;
        }

        var forks = new List<int>();
        for (var i = repetition.Least; i < repetition.Most; i++)
        {
            forks.Add(Add(Re2Operation.Fork, Later));
            Emit(repetition.Part);
            if (_steps.Count == forks[^1] + 1)
            {
                break;
            }
        }

        forks.ForEach(Join);
    }

    private void EmitLoop(Re2Repetition repetition, int last)
    {
        if (repetition.Least > 0)
        {
            Add(Re2Operation.Fork, last);
            return;
        }

        var fork = Add(Re2Operation.Fork, Later);
        Emit(repetition.Part);
        Add(Re2Operation.Jump, next: fork);
        Join(fork);
    }

    // The second way of a fork, or where a jump goes: here.
    private void Join(int step) =>
        _steps[step] = _steps[step] is { Operation: Re2Operation.Fork } fork ? fork with { Argument = _steps.Count } : _steps[step] with { Next = _steps.Count };

    private int Add(Re2Operation operation, int argument = 0, int? next = null)
    {
        var at = _steps.Count;
        if (at == MostSteps)
        {
            throw new Re2SyntaxException(FormattableString.Invariant($"the pattern is too large: with its repetitions written out it has more than {MostSteps} steps"));
        }

        _steps.Add(new(operation, argument, next ?? at + 1));
        return at;
    }

    private int Set(CodePointSet set)
    {
        if (!_sets.TryGetValue(set, out var number))
        {
            _sets.Add(set, number = _sets.Count);
        }

        return number;
    }

    private void Note(Re2Assertion assertion)
    {
        _asksForEdges = true;
        _asksForNewlines |= assertion is Re2Assertion.LineStart or Re2Assertion.LineEnd;
        _asksForWords |= assertion is Re2Assertion.WordBoundary or Re2Assertion.NoWordBoundary;
    }

    private Re2Program Finish()
    {
        CodePointSet[] taken = [.. _sets.Keys];
        if (_asksForNewlines)
        {
            Set(NamedClasses.Newline);
        }

        if (_asksForWords)
        {
            Set(NamedClasses.Words);
        }

        var alphabet = new Alphabet(_sets.Keys);
        var sets = new List<int[]>();
        var taking = Array.ConvertAll(taken, set =>
        {
            var symbols = alphabet.Of(set);
            if (symbols.Length == 1)
            {
                return new Re2Instruction(Re2Operation.TakeOne, symbols[0], 0);
            }

            sets.Add(symbols);
            return new(Re2Operation.TakeSome, sets.Count - 1, 0);
        });
        var steps = _steps.ConvertAll(step => (step.Operation switch
        {
            Re2Operation.TakeSome => taking[step.Argument],
            Re2Operation.Fork => step with { Argument = Target(step.Argument) },
            _ => step,
        }) with
        {
            Next = Target(step.Next),
        });
        return new([.. steps], alphabet, new(sets, alphabet.End), Sides(alphabet), _asksForEdges ? Re2Side.Edge : Re2Side.Other);
    }

    private int Target(int step)
    {
        while (step < _steps.Count && _steps[step].Operation == Re2Operation.Jump)
        {
            step = _steps[step].Next;
        }

        return step;
    }

    private Re2Side[] Sides(Alphabet alphabet)
    {
        var sides = new Re2Side[alphabet.End + 1];
        Mark(_asksForNewlines, NamedClasses.Newline, Re2Side.Newline);
        Mark(_asksForWords, NamedClasses.Words, Re2Side.Word);
        sides[alphabet.End] = Re2Side.Edge;
        return sides;

        void Mark(bool isAsked, CodePointSet set, Re2Side side)
        {
            if (isAsked)
            {
                foreach (var symbol in alphabet.Of(set))
                {
                    sides[symbol] = side;
                }
            }
        }
    }
}
