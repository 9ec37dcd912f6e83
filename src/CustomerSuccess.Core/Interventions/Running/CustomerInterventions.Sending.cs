using System.Runtime.ExceptionServices;

namespace CustomerSuccess.Interventions;

/// <content>What channels are given, and what is made of what they say.</content>
public sealed partial class CustomerInterventions
{
    private sealed partial class DeliveryRun
    {
        private async Task<(AttemptSubject Subject, int Attempt, TouchResult Result)> SendAsync(ITouchChannel channel, AttemptSubject subject, CancellationToken cancellationToken)
        {
            var attempt = subject.Touch.Attempts + 1;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var token = stop.Token;
            try
            {
                var message = MessageOf(subject, context.At, attempt);

                // A channel that never waits, or never comes back, holds up nobody else.
                var sending = Task.Run(async () => await channel.SendAsync(message, token).ConfigureAwait(false), CancellationToken.None);
                await ((Task)sending).WaitAsync(Retry.Timeout, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (sending.IsCompleted)
                {
                    return (subject, attempt, await sending.ConfigureAwait(false) ?? new(TouchResultKind.Failed, "the channel gave no result"));
                }

                await ((Task)stop.CancelAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
                return (subject, attempt, new(TouchResultKind.Uncertain, $"no answer in {DocumentSpan.Write(Retry.Timeout)}"));
            }
            catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                // What it says may be personal.
                return (subject, attempt, new(TouchResultKind.Failed, e.GetType().Name));
            }
        }

        private async ValueTask EndAsync(List<Task<(AttemptSubject Subject, int Attempt, TouchResult Result)>> sends)
        {
            await ((Task)Task.WhenAll(sends)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ExceptionDispatchInfo? failure = null;
            foreach (var send in sends.Where(s => s.IsCompletedSuccessfully))
            {
                var (subject, attempt, result) = await send.ConfigureAwait(false);
                if (result.Kind is TouchResultKind.Failed or TouchResultKind.Uncertain)
                {
                    Problems.Add(new(subject.Case.CustomerId, subject.Case.Key.Rule, $"{subject.Touch.Channel}, attempt {attempt}: {result.Detail ?? result.Kind.ToString()}"));
                }

                try
                {
                    await EndAsync(subject, AttemptOutcomes.Of(subject.Touch, attempt, result, owner.ChannelOf(subject.Touch)!.HonoursIdempotencyKeys, Retry, context.At)).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    // One that is not recorded stays uncertain; the others are recorded all the same.
                    failure ??= ExceptionDispatchInfo.Capture(e);
                }
            }

            failure?.Throw();
        }

        // What became of an attempt is recorded, whatever was cancelled meanwhile.
        private async ValueTask EndAsync(AttemptSubject subject, IReadOnlyList<CaseEvent> events)
        {
            if (await owner.RecordAsync(subject.Case.CustomerId, events, context.At, CancellationToken.None).ConfigureAwait(false))
            {
                Note(subject.Case.CustomerId, events);
            }
        }
    }
}
