using System.Security.Cryptography;
using System.Text;

namespace CustomerSuccess.Signals;

/// <summary>
/// The ids that were seen, each as 12 bytes of its SHA-256 and 4 bytes that tell its content from another: 16 bytes a slot,
/// two thirds to six sevenths of them used. Safe to use from several threads.
/// </summary>
internal sealed class KnownIds
{
    private const int Shards = 64;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, Shards).Select(_ => new Shard())];

    /// <summary>Notes an id. Whether it is new, or known with this content, or with another.</summary>
    public SignalReceipt Note(string id, Signal signal)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var size = Encoding.UTF8.GetMaxByteCount(id.Length);
        Span<byte> text = size <= 512 ? stackalloc byte[size] : new byte[size];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(id, text)], hash);
        var key = BitConverter.ToUInt64(hash);
        // A slot of nothing is all zero.
        var rest = BitConverter.ToUInt32(hash[8..]) | 1;
        return _shards[hash[12] % Shards].Note(key, rest, Content(signal));
    }

    // What was observed, not when it arrived: a delivery repeated later is the same signal.
    private static uint Content(Signal signal)
    {
        var hash = 14695981039346656037UL;
        Mix(ref hash, signal.CustomerId);
        Mix(ref hash, signal.Name);
        Mix(ref hash, signal.Actor ?? "\0");
        Mix(ref hash, signal.Product ?? "\0");
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
