namespace CustomerSuccess.Expressions;

/// <summary>A number of every row of a block, and which are not known.</summary>
internal abstract class BlockNumber
{
    /// <summary>The numbers: of a column itself, or in the room that is given. Those not known may be anything.</summary>
    public abstract ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown);
}

internal sealed class ColumnNumber(int column) : BlockNumber
{
    public int Column => column;

    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        var numbers = block.Number(column);
        BlockKernels.NotFinite(numbers, unknown);
        return numbers;
    }
}

internal sealed class ConstantNumber(double value) : BlockNumber
{
    public double Value => value;

    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        room.Fill(value);
        unknown.Clear();
        return room;
    }
}

internal sealed class OperationNumber<TOperation>(BlockNumber left, BlockNumber right) : BlockNumber
    where TOperation : struct, IDoubleOperation
{
    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        Span<ulong> other = stackalloc ulong[Block.MostWords];
        other = other[..unknown.Length];
        var numbers = left.Run(block, room, unknown);
        var second = right.Run(block, block.Take(), other);
        BlockKernels.Compute<TOperation>(numbers, second, room);
        block.GiveBack();
        for (var i = 0; i < unknown.Length; i++)
        {
            unknown[i] |= other[i];
        }

        return room;
    }
}

/// <summary>The first where it is known, otherwise the second.</summary>
internal sealed class OrElseNumber(BlockNumber asked, BlockNumber otherwise) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        Span<ulong> other = stackalloc ulong[Block.MostWords];
        other = other[..unknown.Length];
        var numbers = asked.Run(block, room, unknown);
        var second = otherwise.Run(block, block.Take(), other);
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = (unknown[i / 64] >> (i % 64) & 1) == 0 ? numbers[i] : second[i];
        }

        block.GiveBack();
        for (var i = 0; i < unknown.Length; i++)
        {
            unknown[i] &= other[i];
        }

        return room;
    }
}

/// <summary>A condition as 1 and 0.</summary>
internal sealed class TestNumber(BlockTest test) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        Span<ulong> answers = stackalloc ulong[2 * Block.MostWords];
        var holds = answers[..unknown.Length];
        var failed = answers.Slice(Block.MostWords, unknown.Length);
        test.Run(block, new(holds, unknown, failed));
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = holds[i / 64] >> (i % 64) & 1;
        }

        for (var i = 0; i < unknown.Length; i++)
        {
            unknown[i] |= failed[i];
        }

        return room;
    }
}

/// <summary>What does not run many rows at a time, row by row.</summary>
internal sealed class RowNumber(ColumnRows rows) : BlockNumber
{
    public override ReadOnlySpan<double> Run(Block block, Span<double> room, Span<ulong> unknown)
    {
        unknown.Clear();
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
