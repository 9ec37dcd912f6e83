using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerSuccess.Signals;

/// <summary>
/// The columns of a series in one array, one after the other: when each signal happened (8 bytes), the values where any has one
/// (8), the numbers of the origins where any has one (1 byte, 4 where a customer has more than 255). One array is found in one
/// step, where several would each be somewhere else in memory.
/// </summary>
internal readonly struct SignalColumns
{
    private readonly long[] _block;
    private readonly int _capacity;
    private readonly bool _hasValues;
    private readonly byte _originWidth;

    private SignalColumns(int capacity, bool hasValues, byte originWidth)
    {
        (_capacity, _hasValues, _originWidth) = (capacity, hasValues, originWidth);
        _block = new long[(capacity * (hasValues ? 2 : 1)) + (((capacity * originWidth) + sizeof(long) - 1) / sizeof(long))];
    }

    public static SignalColumns Empty { get; } = new(0, hasValues: false, originWidth: 0);

    /// <summary>How many signals there is room for.</summary>
    public int Capacity => _capacity;

    public bool HasValues => _hasValues;

    public Span<long> Occurred => _block.AsSpan(0, _capacity);

    public Span<double> Values => MemoryMarshal.Cast<long, double>(_block.AsSpan(_capacity, _hasValues ? _capacity : 0));

    public OriginColumn Origins => new(MemoryMarshal.AsBytes(_block.AsSpan(_hasValues ? 2 * _capacity : _capacity)), _originWidth);

    /// <summary>Asks memory for the columns of the signals from one place up to another.</summary>
    public void FetchFrom(int first, int behind)
    {
        var (from, size) = ((nint)sizeof(long) * first, (nint)sizeof(long) * (behind - first));
        Fetch.Head(_block);
        Fetch.Elements(_block, from, size);
        Fetch.Elements(_block, ((nint)sizeof(long) * _capacity) + from, _hasValues ? size : 0);
        Fetch.Elements(_block, ((nint)sizeof(long) * _capacity * (_hasValues ? 2 : 1)) + ((nint)_originWidth * first), _originWidth * (nint)(behind - first));
    }

    /// <summary>Whether an entry can be written.</summary>
    public bool Fits(in SignalEntry entry, int place) =>
        place < _capacity && (_hasValues || double.IsNaN(entry.Value)) && OriginColumn.WidthOf(entry.Origin) <= _originWidth;

    /// <summary>The first entries in new columns that also fit another.</summary>
    public SignalColumns With(in SignalEntry next, int count, int capacity)
    {
        var width = Math.Max(_originWidth, OriginColumn.WidthOf(next.Origin));
        var more = new SignalColumns(capacity, _hasValues || !double.IsNaN(next.Value), width);
        Occurred[..count].CopyTo(more.Occurred);
        if (_hasValues)
        {
            Values[..count].CopyTo(more.Values);
        }
        else if (more._hasValues)
        {
            more.Values[..count].Fill(double.NaN);
        }

        Origins.CopyTo(more.Origins, count);
        return more;
    }

    /// <summary>The first entries in columns that have room for no other.</summary>
    public SignalColumns Trimmed(int count) => _capacity == count ? this : With(new(0, 0, double.NaN, 0), count, count);

    public void Write(int place, in SignalEntry entry)
    {
        Occurred[place] = entry.Occurred;
        if (_hasValues)
        {
            Values[place] = entry.Value;
        }

        Origins.Write(place, entry.Origin);
    }
}

/// <summary>Numbers of origins: 0 where there are none, or in bytes, or in whole numbers.</summary>
internal readonly ref struct OriginColumn(Span<byte> bytes, byte width)
{
    private readonly Span<byte> _bytes = bytes;

    public int this[int place] => width switch
    {
        0 => 0,
        1 => _bytes[place],
        _ => MemoryMarshal.Cast<byte, int>(_bytes)[place],
    };

    /// <summary>The origins of as many signals as asked for, from a place on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(int first, OriginView people, Span<PackedOrigin> origins)
    {
        var known = people.All;
        if (width == 1)
        {
            var numbers = _bytes.Slice(first, origins.Length);
            for (var i = 0; i < numbers.Length; i++)
            {
                origins[i] = known[numbers[i]];
            }

            return;
        }

        for (var i = 0; i < origins.Length; i++)
        {
            origins[i] = known[this[first + i]];
        }
    }

    public static byte WidthOf(int origin) => origin switch { 0 => 0, <= byte.MaxValue => 1, _ => sizeof(int) };

    public void Write(int place, int origin)
    {
        if (width == 1)
        {
            _bytes[place] = (byte)origin;
        }
        else if (width == sizeof(int))
        {
            MemoryMarshal.Cast<byte, int>(_bytes)[place] = origin;
        }
    }

    public void CopyTo(OriginColumn other, int count)
    {
        for (var i = 0; i < count; i++)
        {
            other.Write(i, this[i]);
        }
    }
}
