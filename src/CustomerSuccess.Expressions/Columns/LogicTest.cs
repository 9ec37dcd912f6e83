using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>Not.</summary>
internal sealed class NotTest(BlockTest inner) : BlockTest(inner.CanFail)
{
    public override void Run(Block block, BlockAnswer answer)
    {
        inner.Run(block, answer);
        var holds = answer.Holds;
        var unknown = answer.Unknown[..holds.Length];
        var failed = answer.Failed[..holds.Length];
        for (var i = 0; i < holds.Length; i++)
        {
            holds[i] = ~(holds[i] | unknown[i] | (CanFail ? failed[i] : 0)) & BlockBits.Rows(block.Count, i);
        }
    }
}

/// <summary>And, or: what decides wins, then what is not known, then errors.</summary>
internal sealed class LogicTest(bool isAnd, BlockTest[] operands) : BlockTest(Array.Exists(operands, o => o.CanFail))
{
    [SkipLocalsInit]
    public override void Run(Block block, BlockAnswer answer)
    {
        Span<ulong> room = stackalloc ulong[3 * Block.MostWords];
        var words = answer.Holds.Length;
        var other = new BlockAnswer(room[..words], room.Slice(Block.MostWords, words), room.Slice(2 * Block.MostWords, words));
        if (CanFail)
        {
            operands[0].RunWhole(block, answer);
        }
        else
        {
            operands[0].Run(block, answer);
        }

        foreach (var operand in operands.AsSpan(1))
        {
            if (CanFail)
            {
                operand.RunWhole(block, other);
                JoinAll(answer, other);
            }
            else
            {
                operand.Run(block, other);
                BlockBits.Join(isAnd, answer, other);
            }
        }
    }

    private void JoinAll(BlockAnswer answer, BlockAnswer other)
    {
        for (var i = 0; i < answer.Holds.Length; i++)
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
