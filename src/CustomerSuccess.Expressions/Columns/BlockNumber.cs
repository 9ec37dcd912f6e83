using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>A number of every row of a block, and which are not known.</summary>
internal abstract class BlockNumber
{
    /// <summary>The numbers: of a column itself, or in room that is taken. Those not known may be anything.</summary>
    public abstract ReadOnlySpan<double> Run(Block block, Span<ulong> unknown);
}

internal sealed class ColumnNumber(int column) : BlockNumber
{
    public int Column => column;

    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        block.Unknown(column).CopyTo(unknown);
        return block.Number(column);
    }
}

internal sealed class ConstantNumber(double value) : BlockNumber
{
    public double Value => value;

    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        var room = block.Take();
        room.Fill(value);
        unknown.Clear();
        return room;
    }
}

/// <summary>What an operator makes of two numbers, of which one may be a constant.</summary>
internal abstract class OperationNumber(BlockNumber left, BlockNumber right) : BlockNumber
{
    public BlockNumber Left => left;

    public BlockNumber Right => right;

    /// <summary>The same, compared with a constant.</summary>
    public abstract BlockTest Compared<TComparison>(double constant)
        where TComparison : struct, IDoubleComparison;
}

/// <inheritdoc />
internal sealed class OperationNumber<TOperation>(BlockNumber left, BlockNumber right) : OperationNumber(left, right)
    where TOperation : struct, IDoubleOperation
{
    [SkipLocalsInit]
    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        var room = block.Take();
        var rooms = block.Rooms;
        if (Right is ConstantNumber { Value: var second })
        {
            BlockKernels.Compute<TOperation, Stored, Same>(new(Left.Run(block, unknown)), new(second), room);
        }
        else if (Left is ConstantNumber { Value: var first })
        {
            BlockKernels.Compute<TOperation, Same, Stored>(new(first), new(Right.Run(block, unknown)), room);
        }
        else
        {
            Span<ulong> other = stackalloc ulong[Block.MostWords];
            other = other[..unknown.Length];
            var numbers = Left.Run(block, unknown);
            BlockKernels.Compute<TOperation, Stored, Stored>(new(numbers), new(Right.Run(block, other)), room);
            BlockBits.Add(unknown, other);
        }

        block.Rooms = rooms;
        return room;
    }

    public override BlockTest Compared<TComparison>(double constant) => new OperationTest<TComparison, TOperation>(Left, Right, constant);
}

/// <summary>The first where it is known, otherwise the second.</summary>
internal sealed class OrElseNumber(BlockNumber asked, BlockNumber otherwise) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        Span<ulong> other = stackalloc ulong[Block.MostWords];
        other = other[..unknown.Length];
        var room = block.Take();
        var rooms = block.Rooms;
        asked.Run(block, unknown).CopyTo(room);
        var second = otherwise.Run(block, other);
        for (var word = 0; word < unknown.Length; word++)
        {
            for (var rows = unknown[word]; rows != 0;)
            {
                var row = (word * 64) + BlockBits.Next(ref rows);
                room[row] = second[row];
            }

            unknown[word] &= other[word];
        }

        block.Rooms = rooms;
        return room;
    }
}

/// <summary>A condition as 1 and 0.</summary>
internal sealed class TestNumber(BlockTest test) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        Span<ulong> answers = stackalloc ulong[2 * Block.MostWords];
        answers.Clear();
        var holds = answers[..unknown.Length];
        var failed = answers.Slice(Block.MostWords, unknown.Length);
        test.Run(block, new(holds, unknown, failed));
        var room = block.Take();
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = holds[i / 64] >> (i % 64) & 1;
        }

        BlockBits.Add(unknown, failed);
        return room;
    }
}

/// <summary>What does not run many rows at a time, row by row.</summary>
internal sealed class RowNumber(ColumnRows rows) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<ulong> unknown)
    {
        unknown.Clear();
        var room = block.Take();
        for (var i = 0; i < room.Length; i++)
        {
            var value = rows.Evaluate(block, i);
            if (value.IsNumber || value.IsBool)
            {
                room[i] = value.IsBool ? value.Bits : CelEquality.ToDouble(value);
            }
            else
            {
                unknown[i / 64] |= 1UL << (i % 64);
            }
        }

        return room;
    }
}
