using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What erasing a person means for plans: ids become the pseudonym, texts no longer mention the person, and what was counted stays counted. Hosts with stores of their own apply it to theirs.</summary>
public static class PlanRedaction
{
    /// <summary>An event of a plan.</summary>
    public static PlanEvent Of(this ContactRedaction person, PlanEvent given)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(given);
        return given.Without(person);
    }

    /// <summary>A version of a plan.</summary>
    public static PlanVersion Of(this ContactRedaction person, PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(version);
        return version with { Author = version.Author is { } author ? person.Id(author) : null, Note = person.Text(version.Note), Changes = [.. version.Changes.Select(c => Of(person, c))] };
    }

    /// <summary>What success is for a customer.</summary>
    public static SuccessDefinition Of(this ContactRedaction person, SuccessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(definition);
        return definition with { Stakeholders = [.. definition.Stakeholders.Select(s => Of(person, s))] };
    }

    private static PlanChange Of(ContactRedaction person, PlanChange change) => change switch
    {
        OwnerNamed owner => new OwnerNamed(owner.Item, person.Id(owner.Owner)),
        ItemRemoved removed => new ItemRemoved(removed.Item, person.Text(removed.Reason)!),
        AccountabilityAdded added => added with { Title = person.Text(added.Title) },
        _ => change,
    };

    private static Stakeholder Of(ContactRedaction person, Stakeholder stakeholder) => new()
    {
        Id = person.Id(stakeholder.Id),
        Role = stakeholder.Role,
        ContactId = stakeholder.ContactId is { } contact ? person.Id(contact) : null,
        DesiredOutcome = person.Text(stakeholder.DesiredOutcome),
        DesiredExperience = person.Text(stakeholder.DesiredExperience),
        Pains = [.. stakeholder.Pains.Select(p => person.Text(p)!)],
        Gains = [.. stakeholder.Gains.Select(g => person.Text(g)!)],
        Goals = stakeholder.Goals,
        AlternativeForOutcome = Of(person, stakeholder.AlternativeForOutcome),
        AlternativeForExperience = Of(person, stakeholder.AlternativeForExperience),
    };

    private static BestAlternative? Of(ContactRedaction person, BestAlternative? alternative) =>
        alternative is null ? null : alternative with { Detail = person.Text(alternative.Detail) };
}
