using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>A condition of every row of a block. What is beyond the last row of a word is 0 in every answer.</summary>
/// <param name="canFail">Whether it may be an error of some row.</param>
internal abstract class BlockTest(bool canFail)
{
    public bool CanFail => canFail;

    public abstract void Run(Block block, BlockAnswer answer);

    /// <summary>The same, and no errors where it cannot fail.</summary>
    public void RunWhole(Block block, BlockAnswer answer)
    {
        if (!canFail)
        {
            answer.Failed.Clear();
        }

        Run(block, answer);
    }
}

/// <summary>A number compared with a constant.</summary>
internal sealed class ConstantTest<TComparison>(BlockNumber number, double constant) : BlockTest(canFail: false)
    where TComparison : struct, IDoubleComparison
{
    public override void Run(Block block, BlockAnswer answer)
    {
        var rooms = block.Rooms;
        var numbers = number.Run(block, answer.Unknown);
        BlockKernels.Compare<TComparison, Stored, Same>(new(numbers), new(constant), numbers.Length, answer.Unknown, answer.Holds);
        block.Rooms = rooms;
    }
}

/// <summary>Two numbers compared.</summary>
internal sealed class NumberTest<TComparison>(BlockNumber left, BlockNumber right) : BlockTest(canFail: false)
    where TComparison : struct, IDoubleComparison
{
    [SkipLocalsInit]
    public override void Run(Block block, BlockAnswer answer)
    {
        Span<ulong> other = stackalloc ulong[Block.MostWords];
        other = other[..answer.Unknown.Length];
        var rooms = block.Rooms;
        var first = left.Run(block, answer.Unknown);
        var second = right.Run(block, other);
        BlockBits.Add(answer.Unknown, other);
        BlockKernels.Compare<TComparison, Stored, Stored>(new(first), new(second), first.Length, answer.Unknown, answer.Holds);
        block.Rooms = rooms;
    }
}

/// <summary>What an operator makes of two numbers, compared with a constant in one go.</summary>
internal sealed class OperationTest<TComparison, TOperation>(BlockNumber left, BlockNumber right, double constant) : BlockTest(canFail: false)
    where TComparison : struct, IDoubleComparison
    where TOperation : struct, IDoubleOperation
{
    [SkipLocalsInit]
    public override void Run(Block block, BlockAnswer answer)
    {
        var rooms = block.Rooms;
        if (right is ConstantNumber { Value: var second })
        {
            var numbers = left.Run(block, answer.Unknown);
            BlockKernels.Compare<TComparison, Computed<TOperation, Stored, Same>, Same>(new(new(numbers), new(second)), new(constant), numbers.Length, answer.Unknown, answer.Holds);
        }
        else if (left is ConstantNumber { Value: var first })
        {
            var numbers = right.Run(block, answer.Unknown);
            BlockKernels.Compare<TComparison, Computed<TOperation, Same, Stored>, Same>(new(new(first), new(numbers)), new(constant), numbers.Length, answer.Unknown, answer.Holds);
        }
        else
        {
            Span<ulong> other = stackalloc ulong[Block.MostWords];
            other = other[..answer.Unknown.Length];
            var numbers = left.Run(block, answer.Unknown);
            var others = right.Run(block, other);
            BlockBits.Add(answer.Unknown, other);
            BlockKernels.Compare<TComparison, Computed<TOperation, Stored, Stored>, Same>(new(new(numbers), new(others)), new(constant), numbers.Length, answer.Unknown, answer.Holds);
        }

        block.Rooms = rooms;
    }
}

/// <summary>Whether a text is one of some constants.</summary>
internal sealed class TextTest(int column, string[] constants, bool isOneOf) : BlockTest(canFail: false)
{
    public override void Run(Block block, BlockAnswer answer)
    {
        var texts = block.Text(column);
        for (var word = 0; word < answer.Holds.Length; word++)
        {
            var rows = texts[(word * 64)..];
            rows = rows.Length > 64 ? rows[..64] : rows;
            var (holds, unknown) = (0UL, 0UL);
            for (var i = 0; i < rows.Length; i++)
            {
                holds |= (rows[i] is { } text && IsOneOf(text) == isOneOf ? 1UL : 0) << i;
                unknown |= (rows[i] is null ? 1UL : 0) << i;
            }

            (answer.Holds[word], answer.Unknown[word]) = (holds, unknown);
        }
    }

    private bool IsOneOf(string text)
    {
        foreach (var constant in constants)
        {
            if (text == constant)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Whether a number is known.</summary>
internal sealed class KnownTest(BlockNumber asked) : BlockTest(canFail: false)
{
    public override void Run(Block block, BlockAnswer answer)
    {
        answer.Unknown.Clear();
        var rooms = block.Rooms;
        asked.Run(block, answer.Holds);
        block.Rooms = rooms;
        for (var i = 0; i < answer.Holds.Length; i++)
        {
            answer.Holds[i] = ~answer.Holds[i] & BlockBits.Rows(block.Count, i);
        }
    }
}

/// <summary>What does not run many rows at a time, row by row.</summary>
internal sealed class RowTest(ColumnRows rows) : BlockTest(canFail: true)
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
