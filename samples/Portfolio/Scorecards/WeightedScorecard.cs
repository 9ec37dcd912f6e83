using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>
/// A weighted mean of three questions: is the customer bound, is the product protected by services, is the bill easy to
/// pay? What is not known of a customer is handled by a stated policy, and the score says so.
/// </summary>
internal static class WeightedScorecard
{
    public static Scorecard<Customer> Build() => Scorecard.For<Customer>("weighted")
        .IdentifiedBy(c => c.Id)
        .Group("commitment", g => g.Weight(50)
            .Measure("tenure", c => c.Tenure, m => m.Unit("months").MoreIsBetter()
                .Piecewise((0, 0), (6, 20), (12, 40), (24, 60), (72, 100)).Weight(50).Version("1"))
            .Category("contract", c => c.Contract, m => m
                .Points((Categories.MonthToMonth, 0), (Categories.OneYear, 70), (Categories.TwoYear, 100)).Weight(50).Actionable(effort: 2).Version("1")))
        // Without internet the question does not arise: that counts as fairly good, and no way back proposes it.
        .Group("services", g => g.Weight(25)
            .Flag("tech support", c => Taken(c.TechSupport), m => m.Points(yes: 100, no: 0).Weight(50).Neutral(80).Actionable().Version("1"))
            .Flag("online security", c => Taken(c.OnlineSecurity), m => m.Points(yes: 100, no: 0).Weight(50).Neutral(80).Actionable().Version("1")))
        .Group("bill", g => g.Weight(25)
            .Category("payment", c => c.PaymentMethod, m => m
                .Points((Categories.ElectronicCheck, 0), (Categories.MailedCheck, 60), (Categories.BankTransfer, 100), (Categories.CreditCard, 100))
                .Weight(45).Actionable().Version("1"))
            .Measure("monthly charges", c => c.MonthlyCharges, m => m.LessIsBetter()
                .Piecewise((20, 100), (60, 60), (80, 20), (110, 0)).Weight(45).Version("1"))
            // Unknown until there is a first bill: then the other two of the group say it all.
            .Measure("price rise", c => c.PriceRise, m => m.Unit("%").LessIsBetter()
                .Piecewise((0, 100), (20, 0)).Weight(10).Redistribute().Version("1")))
        // A condition over measures moves with them: a counterfactual may lift the cap by changing the way of payment.
        .CapAt(20, m => m["contract"].Is(Categories.MonthToMonth) & m["payment"].Is(Categories.ElectronicCheck) & m["tenure"].LessThan(6),
            because: "new, not bound, pays by hand", id: "easy to leave")
        .Bands(yellow: 40, green: 65)
        .Build();

    private static bool? Taken(string service) => service == Categories.NoInternet ? null : service == Categories.Yes;
}
