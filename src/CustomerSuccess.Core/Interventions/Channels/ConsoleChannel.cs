using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>A channel that writes what it is given, a few lines each: to see rules at work. It names contacts by id. Safe to use from several threads.</summary>
public sealed class ConsoleChannel : ITouchChannel
{
    private readonly Lock _lock = new();
    private readonly TextWriter _writer;

    /// <summary>Creates a channel.</summary>
    /// <param name="name">Its name. Not empty.</param>
    /// <param name="writer">Where it writes; the console's output unless stated.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public ConsoleChannel(string name, TextWriter? writer = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _writer) = (name, writer ?? Console.Out);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public bool HonoursIdempotencyKeys => false;

    /// <inheritdoc />
    public ValueTask<TouchResult> SendAsync(TouchMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{NumberText.Instant(message.At)}  {Name} to {message.ContactId ?? "the owner"} at {message.CustomerId}"));
            _writer.WriteLine($"  why      {message.Purpose.Reason}");
            _writer.WriteLine($"  agenda   {message.Purpose.Agenda}");
            _writer.WriteLine($"  expects  {message.Purpose.ExpectedResult}");
        }

        return ValueTask.FromResult(TouchResult.Sent);
    }
}
