using CustomerSuccess.Contacts;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// The contacts of an account: its champion, who is its first user and leaves where the simulation says so; an administrator; and, where it has one, an
/// executive sponsor. Most may be touched because of the contract; a few have opted out of something, and of a few nothing is recorded.
/// </summary>
internal sealed class QuarterPeople
{
    private const double WithoutSponsor = 0.1;
    private const double OptedOut = 0.06;
    private const double WithoutBasis = 0.03;
    private const double Succeeded = 0.6;

    private static readonly string[] Zones = ["Europe/Berlin", "Europe/Berlin", "Europe/London", "America/New_York"];
    private static readonly string[] Languages = ["de", "de", "en", "en"];

    private readonly AccountProfile _profile;
    private readonly Xoshiro256 _dice;
    private readonly ContactLog _log;
    private readonly List<DateTimeOffset> _recorded = [];
    private readonly string _zone;
    private readonly string _language;

    public QuarterPeople(AccountProfile profile, SimulatedAccount account, Xoshiro256 dice, ContactLog log)
    {
        (_profile, _dice, _log) = (profile, dice, log);
        var place = dice.Below(Zones.Length);
        (_zone, _language) = (Zones[place], Languages[place]);
        ChampionLeftOn = account.Lives.SelectMany(l => l.Value.ShocksBefore(l.EndDay ?? SimulationOptions.MostDays)).Where(s => s.Kind == ShockKind.ChampionLeft).Select(s => (int?)s.Day).FirstOrDefault();
        HasSponsor = !dice.Chance(profile.Size == AccountSize.Large ? 0 : WithoutSponsor);
        var (first, influence) = (profile.FirstDay, 50 + dice.Below(50));
        Add(Champion, first, Personas.Champion, ["in-app", "email", "call"], influence, ContactAuthority.Influences);
        Add(Administrator, first, AdministratorPersona, ["email", "in-app", "call"], 20 + dice.Below(30), ContactAuthority.None);
        if (HasSponsor)
            Add(Sponsor, first, Personas.ExecutiveSponsor, ["call", "email"], 60 + dice.Below(40), ContactAuthority.Signs);
        Leave();
    }

    /// <summary>The persona of the one who looks after the product at the customer.</summary>
    public const string AdministratorPersona = "admin";

    public string Champion => $"{_profile.Id}-u1";

    public string Administrator => $"{_profile.Id}-u2";

    public string Sponsor => $"{_profile.Id}-sponsor";

    public bool HasSponsor { get; }

    /// <summary>The day on which the champion leaves; null for never.</summary>
    public int? ChampionLeftOn { get; }

    /// <summary>When anything of the contacts became known.</summary>
    public IReadOnlyList<DateTimeOffset> Recorded => _recorded;

    /// <summary>Whom the usual talks are with on a day.</summary>
    public string TalksWith(int day) => day < ChampionLeftOn || ChampionLeftOn is null ? Champion : Administrator;

    private void Add(string id, int day, string persona, string[] channels, int influence, ContactAuthority authority)
    {
        var at = Calendar.At(day);
        Record(new Contact(_profile.Id, id, at) { Persona = persona, Channels = channels, Influence = influence, Authority = authority, IsPrimary = id == Champion, TimeZone = _zone, Language = _language });
        var (asked, out_, channel, basis) = (_dice.Chance(OptedOut), 30 + _dice.Below(600), _dice.Of(channels), !_dice.Chance(WithoutBasis));
        if (basis)
            Record(new ContactConsent(_profile.Id, id, ContactBasis.Contract, at));
        if (asked)
            Record(new ContactConsent(_profile.Id, id, ContactBasis.OptOut, Calendar.At(day + out_)) { Channel = channel });
    }

    // Known some days later; in some accounts the administrator takes over after a month or two.
    private void Leave()
    {
        var (late, taken, after) = (_dice.Below(4), _dice.Chance(Succeeded), 21 + _dice.Below(50));
        if (ChampionLeftOn is not { } day)
            return;
        string[] channels = ["email", "in-app", "call"];
        Record(new Contact(_profile.Id, Champion, Calendar.At(day)) { Persona = Personas.Champion, Status = ContactStatus.MovedOn, Channels = channels, RecordedAt = Calendar.At(day + late), SuccessorId = taken ? Administrator : null });
        if (taken)
            Record(new Contact(_profile.Id, Administrator, Calendar.At(day + after)) { Persona = Personas.Champion, Channels = channels, Influence = 60, Authority = ContactAuthority.Influences, IsPrimary = true, TimeZone = _zone, Language = _language });
    }

    private void Record(Contact version)
    {
        _log.Add(version);
        _recorded.Add(version.RecordedAt);
    }

    private void Record(ContactConsent consent)
    {
        _log.Add(consent);
        _recorded.Add(consent.RecordedAt);
    }
}
