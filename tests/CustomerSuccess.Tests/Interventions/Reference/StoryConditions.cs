namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>A condition in words of the language, and what it means: yes, no, or not known.</summary>
internal sealed record StoryCondition(string Text, Func<View, bool?> Holds)
{
    public FactCondition Written => Story.Language.Condition(Text);

    public static StoryCondition SeatsBelow(int seats) => new($"customer.seats < {seats}.0", v => v.Seats is { } known ? known < seats : null);

    public static StoryCondition SeatsFrom(int seats) => new($"customer.seats >= {seats}.0", v => v.Seats is { } known ? known >= seats : null);

    public static StoryCondition UsersBelow(int users) => new($"customer.users < {users}.0", v => v.Users is { } known ? known < users : null);

    public static StoryCondition LoginsBelow(int logins, int days) => new($"signals.login.count(days({days})) < {logins}.0", v => v.LoginsIn(TimeSpan.FromDays(days)) is { } known ? known < logins : null);

    public static StoryCondition LoginsFrom(int logins, int days) => new($"signals.login.count(days({days})) >= {logins}.0", v => v.LoginsIn(TimeSpan.FromDays(days)) is { } known ? known >= logins : null);

    public static StoryCondition Both(StoryCondition one, StoryCondition other) => new($"({one.Text}) && ({other.Text})", v => And(one.Holds(v), other.Holds(v)));

    public static StoryCondition Either(StoryCondition one, StoryCondition other) => new($"({one.Text}) || ({other.Text})", v => !And(!one.Holds(v), !other.Holds(v)));

    public static StoryCondition Not(StoryCondition one) => new($"!({one.Text})", v => !one.Holds(v));

    private static bool? And(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;
}
