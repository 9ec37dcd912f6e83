using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CustomerSuccess.Signals;

/// <summary>
/// The ids that were seen, each as 12 bytes of its SHA-256 and 4 bytes that tell its content from another: 16 bytes a slot,
/// two thirds to six sevenths of them used. A content that was left out takes a slot too, so that the same again is known.
/// Safe to use from several threads.
/// </summary>
internal sealed class KnownIds
{
    private const int Shards = 64;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, Shards).Select(_ => new Shard())];

    /// <summary>Notes an id. Whether it is new, or known with this content, or with another; and whether that was not seen before.</summary>
    public (SignalReceipt Receipt, bool IsNew) Note(string id, Signal signal)
    {
        // The text itself, not as UTF-8: that could not tell two ids apart of which each holds half of a character.
        var text = MemoryMarshal.AsBytes(id.AsSpan());
        var content = Content(signal);
        var receipt = Note(text, content);
        if (receipt != SignalReceipt.Conflict)
        {
            return (receipt, receipt == SignalReceipt.Accepted);
        }

        // Five bytes more, an odd number: no id is such a text.
        byte[] both = [.. text, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(both.AsSpan(text.Length), content);
        return (receipt, Note(both, content) == SignalReceipt.Accepted);
    }

    private SignalReceipt Note(ReadOnlySpan<byte> text, uint content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        var key = BitConverter.ToUInt64(hash);
        // A slot of nothing is all zero.
        var rest = BitConverter.ToUInt32(hash[8..]) | 1;
        return _shards[hash[12] % Shards].Note(key, rest, content);
    }

    // What was observed, not when it arrived: a delivery repeated later is the same signal.
    private static uint Content(Signal signal)
    {
        var hash = 14695981039346656037UL;
        Mix(ref hash, signal.CustomerId);
        Mix(ref hash, signal.Name);
        Mix(ref hash, signal.Actor ?? "");
        Mix(ref hash, signal.Product ?? "");
        Mix(ref hash, (ulong)signal.OccurredAt.Ticks);
        Mix(ref hash, BitConverter.DoubleToUInt64Bits(signal.Value ?? double.NaN));
        Mix(ref hash, (ulong)signal.Provenance);
        return (uint)(hash ^ (hash >> 32));
    }

    private static void Mix(ref ulong hash, string text)
    {
        foreach (var character in text)
        {
            Mix(ref hash, (ulong)character);
        }

        Mix(ref hash, ulong.MaxValue);
    }

    private static void Mix(ref ulong hash, ulong value)
    {
        hash = (hash ^ value) * 1099511628211UL;
        hash ^= hash >> 29;
    }

    private sealed class Shard
    {
        private readonly Lock _lock = new();
        private (ulong Key, uint Tail, uint Content)[] _slots = new (ulong, uint, uint)[8];
        private int _count;

        public SignalReceipt Note(ulong key, uint rest, uint content)
        {
            lock (_lock)
            {
                var place = PlaceOf(key, rest);
                if (_slots[place].Tail != 0)
                {
                    return _slots[place].Content == content ? SignalReceipt.Duplicate : SignalReceipt.Conflict;
                }

                if (_count + 1 > _slots.Length / 7 * 6)
                {
                    Grow();
                    place = PlaceOf(key, rest);
                }

                _slots[place] = (key, rest, content);
                _count++;
                return SignalReceipt.Accepted;
            }
        }

        private int PlaceOf(ulong key, uint rest)
        {
            var place = (int)Math.BigMul(key, (ulong)_slots.Length, out _);
            while (_slots[place].Tail != 0 && (_slots[place].Key != key || _slots[place].Tail != rest))
            {
                place = place + 1 == _slots.Length ? 0 : place + 1;
            }

            return place;
        }

        private void Grow()
        {
            var before = _slots;
            _slots = new (ulong, uint, uint)[(before.Length * 4 / 3) + 14];
            foreach (var slot in before)
            {
                if (slot.Tail != 0)
                {
                    _slots[PlaceOf(slot.Key, slot.Tail)] = slot;
                }
            }
        }
    }
}
