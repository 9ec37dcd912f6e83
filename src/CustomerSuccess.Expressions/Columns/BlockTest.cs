namespace CustomerSuccess.Expressions;

/// <summary>A condition of every row of a block. What is beyond the last row of a word is 0 in every answer.</summary>
internal abstract class BlockTest
{
    public abstract void Run(Block block, BlockAnswer answer);
}

/// <summary>A column compared with a constant.</summary>
internal sealed class ColumnTest<TComparison>(int column, double constant) : BlockTest
    where TComparison : struct, IDoubleComparison
{
    public override void Run(Block block, BlockAnswer answer)
    {
        BlockKernels.Compare<TComparison>(block.Number(column), constant, answer.Holds, answer.Unknown);
        answer.Failed.Clear();
    }
}

/// <summary>Two numbers compared.</summary>
internal sealed class NumberTest<TComparison>(BlockNumber left, BlockNumber right) : BlockTest
    where TComparison : struct, IDoubleComparison
{
    public override void Run(Block block, BlockAnswer answer)
    {
        Span<ulong> other = stackalloc ulong[Block.MostWords];
        other = other[..answer.Unknown.Length];
        var first = left.Run(block, block.Take(), answer.Unknown);
        var second = right.Run(block, block.Take(), other);
        BlockKernels.Compare<TComparison>(first, second, answer.Holds);
        block.GiveBack();
        block.GiveBack();
        for (var i = 0; i < other.Length; i++)
        {
            answer.Unknown[i] |= other[i];
            answer.Holds[i] &= ~answer.Unknown[i];
        }

        answer.Failed.Clear();
    }
}

/// <summary>A text compared with a constant.</summary>
internal sealed class TextTest(int column, string constant, bool isEqual) : BlockTest
{
    public override void Run(Block block, BlockAnswer answer)
    {
        answer.Clear();
        var texts = block.Text(column);
        for (var i = 0; i < texts.Length; i++)
        {
            var text = texts[i];
            if (text is null)
            {
                answer.Unknown[i / 64] |= 1UL << (i % 64);
            }
            else if (string.Equals(text, constant, StringComparison.Ordinal) == isEqual)
            {
                answer.Holds[i / 64] |= 1UL << (i % 64);
            }
        }
    }
}

/// <summary>Whether a number is known.</summary>
internal sealed class KnownTest(BlockNumber asked) : BlockTest
{
    public override void Run(Block block, BlockAnswer answer)
    {
        answer.Clear();
        asked.Run(block, block.Take(), answer.Holds);
        block.GiveBack();
        for (var i = 0; i < answer.Holds.Length; i++)
        {
            answer.Holds[i] = ~answer.Holds[i] & BlockRows.Of(block.Count, i);
        }
    }
}

/// <summary>The rows of a word.</summary>
internal static class BlockRows
{
    /// <summary>A bit for each row that a word of a block has.</summary>
    public static ulong Of(int count, int word) => count - (word * 64) is < 64 and var rest ? (1UL << rest) - 1 : ulong.MaxValue;
}

/// <summary>Not.</summary>
internal sealed class NotTest(BlockTest inner) : BlockTest
{
    public override void Run(Block block, BlockAnswer answer)
    {
        inner.Run(block, answer);
        for (var i = 0; i < answer.Holds.Length; i++)
        {
            answer.Holds[i] = ~(answer.Holds[i] | answer.Unknown[i] | answer.Failed[i]) & BlockRows.Of(block.Count, i);
        }
    }
}

/// <summary>And, or: what decides wins, then what is not known, then errors.</summary>
internal sealed class LogicTest(bool isAnd, BlockTest[] operands) : BlockTest
{
    public override void Run(Block block, BlockAnswer answer)
    {
        Span<ulong> room = stackalloc ulong[3 * Block.MostWords];
        var words = answer.Holds.Length;
        var other = new BlockAnswer(room[..words], room.Slice(Block.MostWords, words), room.Slice(2 * Block.MostWords, words));
        operands[0].Run(block, answer);
        for (var next = 1; next < operands.Length; next++)
        {
            operands[next].Run(block, other);
            for (var i = 0; i < words; i++)
            {
                var (a, b) = (answer.Holds[i], other.Holds[i]);
                var undecided = answer.Unknown[i] | other.Unknown[i] | answer.Failed[i] | other.Failed[i];
                var fails = ~(a | answer.Unknown[i] | answer.Failed[i]) | ~(b | other.Unknown[i] | other.Failed[i]);
                var decided = isAnd ? fails : a | b;
                var unknown = (answer.Unknown[i] | other.Unknown[i]) & ~decided;
                answer.Failed[i] = undecided & ~decided & ~unknown;
                answer.Unknown[i] = unknown;
                answer.Holds[i] = isAnd ? a & b : a | b;
            }
        }
    }
}

/// <summary>What does not run many rows at a time, row by row.</summary>
internal sealed class RowTest(ColumnRows rows) : BlockTest
{
    public override void Run(Block block, BlockAnswer answer)
    {
        answer.Clear();
        for (var i = 0; i < block.Count; i++)
        {
            var value = rows.Evaluate(block, i);
            var bit = 1UL << (i % 64);
            if (value.IsTrue)
            {
                answer.Holds[i / 64] |= bit;
            }
            else if (value.IsUnknown)
            {
                answer.Unknown[i / 64] |= bit;
            }
            else if (!value.IsFalse)
            {
                answer.Failed[i / 64] |= bit;
            }
        }
    }
}
