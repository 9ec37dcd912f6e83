namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>What a stream of random numbers is drawn for. A new one goes to the end, or every simulation changes.</summary>
internal enum Purpose
{
    Profile,
    Value,
    Contract,
    Usage,
    Integration,
    Support,
    Surveys,
    Traits,
    Ownership,

    /// <summary>How many there are: the second life of an account has streams of its own.</summary>
    Count,

    /// <summary>What happens in the launch of an account: no part of the simulation, so that it stands apart and moves nothing of it.</summary>
    Launch = 1_000,

    /// <summary>Who the contacts of an account are: of the quarter, as all that follow, so that they move nothing of the simulation.</summary>
    Contacts = 2_000,

    /// <summary>When contacts are spoken to.</summary>
    Talks,

    /// <summary>How long severe tickets stay open.</summary>
    Issues,

    /// <summary>When what a plan asks for is done.</summary>
    Plans,

    /// <summary>Who answers what, and when.</summary>
    Answers,
}
