using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>An expression made ready to run over rows of the host. Safe to use from several threads, as far as the host's lambdas are.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class CelProgram<T>
{
    private readonly CelBinding<T> _binding;
    private readonly Node _root;
    private readonly FastLogic<T>? _test;
    private readonly FastNumber<T>? _number;
    private readonly CelReader<T>[] _readers;

    // Its answer is the same for as long as everything that it reads is.
    private readonly bool _standsWithReaders;

    // Made when it is first asked for; two threads that ask at once make the same.
    private Node? _traced;

    internal CelProgram(CelExpression expression, CelBinding<T> binding)
    {
        (Expression, _binding) = (expression, binding);
        var readers = new RowReaders<T>(expression, binding);
        var builder = new NodeBuilder<T>(expression, readers, isTraced: false);
        _root = builder.Build(expression.Root);
        if (builder.Unbound.Count > 0)
        {
            throw new ArgumentException($"The binding does not have {string.Join(", ", builder.Unbound.Distinct(StringComparer.Ordinal).Select(n => $"'{n}'"))}, which the expression '{expression}' reads. Bind it.", nameof(binding));
        }

        (_readers, Opaque) = ([.. builder.Readers], builder.Opaque);
        var fast = new FastBuilder<T>(expression, readers);
        _test = fast.Test(expression.Root) is { } test ? FastLogic<T>.Over(test) : null;
        _number = fast.Number(expression.Root, isWidened: false);
        _standsWithReaders = Opaque.Count == 0 && Readers.All(r => r.Growth == CelGrowth.None);
    }

    /// <summary>The expression.</summary>
    public CelExpression Expression { get; }

    /// <summary>What it reads of a row, each once.</summary>
    public IReadOnlyList<CelReader<T>> Readers => _readers;

    /// <summary>The parts of which it cannot be foreseen when they change, a whole that moves all the time among them: an answer with an <c>Until</c> takes them to stand for the time after which it is to be asked again. Empty where every change is foreseen.</summary>
    public IReadOnlyList<CelNode> Opaque { get; }

    /// <summary>Evaluates it: a value, or not known with causes, or an error. What the host's lambdas throw makes what they read unknown; cancellation flows.</summary>
    public CelValue Evaluate(T row)
    {
        var frame = Begin(row);
        try
        {
            return _root.Evaluate(frame);
        }
        finally
        {
            Frame<T>.Return(frame);
        }
    }

    /// <summary>Tests a condition: yes, no, or null where it is not known or an error, of which <see cref="Evaluate"/> says why. Allocates nothing over numbers and texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? Test(T row)
    {
        var answer = _test is not null ? _test.Answer(row) : Tri.Failed;
        return answer <= Tri.Yes ? answer == Tri.Yes : TestFurther(answer, row);
    }

    /// <summary>Evaluates a number. False where it is not a double that is known; of that, <see cref="Evaluate"/> says why. Allocates nothing over numbers and texts.</summary>
    public bool TryEvaluate(T row, out double value)
    {
        try
        {
            if (_number is not null)
            {
                if (_number.Try(row, out value))
                {
                    return true;
                }

                if (_number.IsExact)
                {
                    value = 0;
                    return false;
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // As above.
        }

        var evaluated = Evaluate(row);
        value = evaluated.IsDouble ? evaluated.DoubleBits : 0;
        return evaluated.IsDouble;
    }

    /// <summary>Evaluates it and says until when the answer stands while nothing new is recorded.</summary>
    /// <param name="row">The row.</param>
    /// <param name="now">The row's instant.</param>
    /// <param name="recheck">How long an answer is taken to stand where it cannot be foreseen; a day unless stated.</param>
    public CelTimedValue EvaluateTimed(T row, DateTimeOffset now, TimeSpan? recheck = null)
    {
        var frame = Begin(row);
        try
        {
            frame.Walk = new();
            (frame.Now, frame.Recheck) = (now.UtcTicks, Math.Min((recheck ?? TimeSpan.FromDays(1)).Ticks, DateTime.MaxValue.Ticks));
            var timed = _root.EvaluateTimed(frame);
            var until = Growing.Until(timed, frame);
            return new(timed.Value, until > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(Math.Max(until, frame.Now + 1), TimeSpan.Zero));
        }
        finally
        {
            Frame<T>.Return(frame);
        }
    }

    /// <summary>Tests a condition of which nothing that it reads ever changes while nothing new is recorded. False where that is not so, or is not told at once: <see cref="EvaluateTimed"/> tells.</summary>
    /// <param name="row">The row.</param>
    /// <param name="holds">Whether it holds, at this instant and for ever.</param>
    public bool TryTestForEver(T row, out bool holds)
    {
        holds = false;
        if (!_standsWithReaders || _test is null || _test.Answer(row) is not (<= Tri.Yes and var answer))
        {
            return false;
        }

        holds = answer == Tri.Yes;
        try
        {
            foreach (var reader in _readers)
            {
                if (reader.Until(row) is not null)
                {
                    return false;
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }

        return true;
    }

    /// <summary>Evaluates it and tells what each part came to.</summary>
    public CelTrace Trace(T row)
    {
        var frame = Begin(row);
        try
        {
            var seen = new CelValue?[Expression.Resolution.Types.Length];
            frame.Seen = seen;
            Traced.Evaluate(frame);
            return new CelTrace(Expression.Root, seen);
        }
        finally
        {
            frame.Seen = null;
            Frame<T>.Return(frame);
        }
    }

    /// <inheritdoc />
    public override string ToString() => Expression.Canonical;

    private Node Traced => _traced ??= new NodeBuilder<T>(Expression, new(Expression, _binding), isTraced: true).Build(Expression.Root);

    private bool? TestFurther(Tri answer, T row)
    {
        if (answer == Tri.Other && _test!.IsExact)
        {
            return null;
        }

        var value = Evaluate(row);
        return value.IsBool ? value.IsTrue : null;
    }

    private Frame<T> Begin(T row)
    {
        var frame = Frame<T>.Rent(row, _binding);
        frame.Begin(Expression.Resolution.Locals, Expression.Environment.Limits.MaximumCost);
        return frame;
    }
}

/// <summary>A value, and until when it stands while nothing new is recorded. Immutable.</summary>
/// <param name="Value">The value.</param>
/// <param name="Until">The first instant at which it may be another; null for never.</param>
public readonly record struct CelTimedValue(CelValue Value, DateTimeOffset? Until);
