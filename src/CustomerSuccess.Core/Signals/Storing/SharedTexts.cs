using System.Collections.Concurrent;

namespace CustomerSuccess.Signals;

/// <summary>
/// Texts that the signals of many customers share, such as names and products: each is kept once and has a number. Numbers
/// are only ever added. Safe to use from several threads.
/// </summary>
internal sealed class SharedTexts
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string[] _texts = new string[4];
    private int _count;

    public string this[int number] => Volatile.Read(ref _texts)[number];

    /// <summary>The number of a text; −1 where it has none.</summary>
    public int Find(string text) => _numbers.TryGetValue(text, out var known) ? known : -1;

    /// <summary>The number of a text, which is kept from now on.</summary>
    public int NumberOf(string text)
    {
        if (_numbers.TryGetValue(text, out var known))
        {
            return known;
        }

        lock (_lock)
        {
            if (_numbers.TryGetValue(text, out known))
            {
                return known;
            }

            if (_count == _texts.Length)
            {
                var more = new string[_count * 2];
                _texts.CopyTo(more, 0);
                Volatile.Write(ref _texts, more);
            }

            // The text is there before anyone can learn its number.
            _texts[_count] = text;
            _numbers[text] = _count;
            return _count++;
        }
    }

    /// <summary>The one copy of a text that is kept.</summary>
    public string Shared(string text) => this[NumberOf(text)];
}
