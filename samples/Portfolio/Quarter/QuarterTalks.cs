using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// The talks that are held anyway: of whoever looks after an account with its champion, and with its sponsor. Where the value is low, or by chance,
/// the sponsor is not spoken to for months.
/// </summary>
internal sealed class QuarterTalks(AccountProfile profile, SimulatedAccount account, QuarterPeople people, Xoshiro256 dice, int lastDay)
{
    private const double NotReached = 0.15;

    // Days from one talk to the next, by size: small, medium, large.
    private static readonly int[] WithUsers = [90, 40, 16];
    private static readonly int[] WithSponsor = [70, 50, 35];

    private readonly List<Interaction> _talks = [];

    /// <summary>The talks, in no order.</summary>
    public IReadOnlyList<Interaction> All()
    {
        foreach (var life in account.Lives)
        {
            var (from, to) = (Math.Max(life.FirstDay, -180), Math.Min(lastDay, life.EndDay ?? lastDay));
            for (var day = from + 5; day < to; day += Spread(WithUsers))
                Talk(day, people.TalksWith(day), CommunicationPurpose.NextStep);
            for (var day = from + 10; day < to && people.HasSponsor; day += Spread(WithSponsor) + Silent(life.Value.At(day)))
                Talk(day, people.Sponsor, CommunicationPurpose.Review);
        }

        return _talks;
    }

    /// <summary>The work that a talk is: agreed upon at the talk before, a week ahead or more.</summary>
    public static OtherWork WorkOf(Interaction talk, string? owner) => new(talk.Id, talk.OccurredAt)
    {
        Cause = InteractionCause.Planned,
        PlannedAt = talk.OccurredAt.AddDays(-10),
        IsCheckable = talk.Purpose == CommunicationPurpose.Review,
        OwnerId = owner,
    };

    private int Spread(int[] days) => (days[(int)profile.Size] / 2) + dice.Below(days[(int)profile.Size]);

    // The same draws whatever the value is.
    private int Silent(double value)
    {
        var (draw, days) = (dice.Uniform(), 50 + dice.Below(120));
        return draw < (value < 0 ? 0.3 : 0.1) ? days : 0;
    }

    private void Talk(int day, string contact, CommunicationPurpose purpose)
    {
        var (seconds, reached) = (Clock.Working(dice), !dice.Chance(NotReached));
        _talks.Add(new Interaction(profile.Id, FormattableString.Invariant($"{profile.Id}-talk-{_talks.Count + 1}"), Calendar.At(day, seconds))
        {
            ContactIds = [contact],
            Channel = "call",
            Direction = InteractionDirection.Outbound,
            Cause = InteractionCause.Planned,
            Purpose = purpose,
            Outcome = reached ? "next steps agreed" : InteractionOutcomes.NoAnswer,
        });
    }
}
