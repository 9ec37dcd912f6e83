using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Running;

/// <summary>A channel that does as it is told to, and keeps which keys it was given.</summary>
internal sealed class OddChannel(string name, bool honoursKeys, Func<TouchMessage, CancellationToken, ValueTask<TouchResult>> send) : ITouchChannel
{
    private readonly Lock _lock = new();
    private readonly List<TouchMessage> _given = [];

    public string Name => name;

    public bool HonoursIdempotencyKeys => honoursKeys;

    /// <summary>What was given, in its order.</summary>
    public IReadOnlyList<TouchMessage> Given
    {
        get
        {
            lock (_lock)
            {
                return [.. _given];
            }
        }
    }

    public static OddChannel Says(string name, TouchResultKind kind, bool honoursKeys = true) => new(name, honoursKeys, (_, _) => ValueTask.FromResult(new TouchResult(kind)));

    public ValueTask<TouchResult> SendAsync(TouchMessage message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _given.Add(message);
        }

        return send(message, cancellationToken);
    }
}
