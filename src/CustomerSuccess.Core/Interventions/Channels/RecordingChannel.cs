namespace CustomerSuccess.Interventions;

/// <summary>A channel that keeps what it is given and sends nothing: for tests, and to see what would go out. Safe to use from several threads.</summary>
public sealed class RecordingChannel : ITouchChannel
{
    private readonly Lock _lock = new();
    private readonly List<TouchMessage> _messages = [];
    private readonly Func<TouchMessage, TouchResult> _answer;

    /// <summary>Creates a channel.</summary>
    /// <param name="name">Its name. Not empty.</param>
    /// <param name="answer">What it says of each; sent unless stated.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public RecordingChannel(string name, Func<TouchMessage, TouchResult>? answer = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _answer) = (name, answer ?? (_ => TouchResult.Sent));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public bool HonoursIdempotencyKeys => true;

    /// <summary>What was given, in its order; the same key twice is there twice.</summary>
    public IReadOnlyList<TouchMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <inheritdoc />
    public ValueTask<TouchResult> SendAsync(TouchMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_lock)
        {
            _messages.Add(message);
        }

        return ValueTask.FromResult(_answer(message));
    }
}
