using System.Globalization;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>How large an account is.</summary>
internal enum AccountSize
{
    Small,
    Medium,
    Large,
}

/// <summary>What an account is from birth on: its size, its people, what it buys, and how well the product fits it.</summary>
internal sealed class AccountProfile
{
    // Invented; none is meant to be a company that there is.
    private static readonly string[] FirstWords = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Granite", "Harbour", "Indigo", "Juniper", "Kestrel", "Linden", "Meadow", "Nimbus", "Opal", "Quarry"];
    private static readonly string[] SecondWords = ["Foods", "Freight", "Garden", "Glass", "Labs", "Lighting", "Logistics", "Mills", "Mobility", "Paper", "Partners", "Power", "Steel", "Textiles", "Tools", "Water"];
    private static readonly string[] Industries = ["construction", "finance", "health", "logistics", "manufacturing", "retail", "software"];
    private static readonly string[] AddOns = ["analytics", "automation"];
    private static readonly (int Most, int Least, int Fewest, int Range, string Plan, int Price)[] Sizes =
    [
        (50, 10, 2, 3, "starter", 60),
        (500, 51, 3, 6, "pro", 110),
        (5000, 501, 6, 10, "enterprise", 180),
    ];

    public const string Core = "core";

    public required int Number { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string? ParentId { get; init; }

    public required AccountSize Size { get; init; }

    public required int Employees { get; init; }

    /// <summary>Null where it is known to be none; empty where nobody ever asked.</summary>
    public required string? Industry { get; init; }

    /// <summary>Of each user, the chance to log in on a usual Monday of an account with the highest value.</summary>
    public required double[] Users { get; init; }

    public required int Seats { get; init; }

    public required string Plan { get; init; }

    /// <summary>EUR a seat and month.</summary>
    public required int Price { get; init; }

    /// <summary>The products, the core one first.</summary>
    public required string[] Products { get; init; }

    public required int TermMonths { get; init; }

    /// <summary>The first day as a customer, counted from the start of the simulation; negative for those who were there before.</summary>
    public required int FirstDay { get; init; }

    /// <summary>Whether a system logs in every night, whatever the people do.</summary>
    public required bool HasIntegration { get; init; }

    /// <summary>How well the product fits: about normal. The latent value tends to it.</summary>
    public required double Fit { get; init; }

    public static AccountProfile Draw(int number, Xoshiro256 dice)
    {
        var draw = dice.Uniform();
        var size = draw < 0.45 ? AccountSize.Small : draw < 0.8 ? AccountSize.Medium : AccountSize.Large;
        var (most, least, fewest, range, plan, price) = Sizes[(int)size];
        var users = new double[fewest + dice.Below(range)];
        for (var i = 0; i < users.Length; i++)
        {
            var eager = dice.Uniform();
            users[i] = 0.2 + (0.6 * eager * eager);
        }

        return new AccountProfile
        {
            Number = number,
            Id = IdOf(number),
            Name = $"{dice.Of(FirstWords)} {dice.Of(SecondWords)}",
            ParentId = dice.Chance(0.05) && number > 1 ? IdOf(1 + dice.Below(number - 1)) : null,
            Size = size,
            Employees = least + dice.Below(most - least + 1),
            Industry = dice.Uniform() switch { < 0.05 => "", < 0.08 => null, _ => dice.Of(Industries) },
            Users = users,
            Seats = users.Length + dice.Below(1 + (users.Length / 2)),
            Plan = plan,
            Price = (price * dice.Below(31) / 100) + (price * 85 / 100),
            Products = [Core, .. AddOns.Where(_ => dice.Chance(0.3))],
            TermMonths = dice.Chance(0.85) ? 12 : 3,
            FirstDay = dice.Chance(0.6) ? -1 - dice.Below(720) : dice.Below(550),
            HasIntegration = dice.Chance(0.2),
            Fit = 0.8 * dice.Normal(),
        };
    }

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"A{number:0000}");
}
