using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>Points that anybody can add up on paper: 100 for the best in everything.</summary>
internal static class PointsScorecard
{
    // Actionable is what a customer can be talked into. Not tenure: nobody turns back the clock. Not the services either,
    // as long as they are categories: any category could be advised then, giving up the internet too. See the weighted one.
    public static Scorecard<Customer> Build() => Scorecard.For<Customer>("points")
        .IdentifiedBy(c => c.Id)
        .AdditivePoints()
        .Measure("tenure", c => c.Tenure, m => m.Unit("months").MoreIsBetter()
            .Steps(0, (6, 6), (12, 12), (24, 20), (48, 30)).Version("1"))
        .Category("contract", c => c.Contract, m => m
            .Points((Categories.MonthToMonth, 0), (Categories.OneYear, 15), (Categories.TwoYear, 25)).Actionable().Version("1"))
        .Category("tech support", c => c.TechSupport, m => m
            .Points((Categories.No, 0), (Categories.Yes, 10), (Categories.NoInternet, 8)).Version("1"))
        .Category("online security", c => c.OnlineSecurity, m => m
            .Points((Categories.No, 0), (Categories.Yes, 10), (Categories.NoInternet, 8)).Version("1"))
        .Category("payment", c => c.PaymentMethod, m => m
            .Points((Categories.ElectronicCheck, 0), (Categories.MailedCheck, 6), (Categories.BankTransfer, 10), (Categories.CreditCard, 10))
            .Actionable().Version("1"))
        .Measure("monthly charges", c => c.MonthlyCharges, m => m.LessIsBetter()
            .Steps(15, (30, 8), (70, 0)).Version("1"))
        .Bands(yellow: 40, green: 70)
        .ShownAs(decimals: 0)
        .Build();
}
