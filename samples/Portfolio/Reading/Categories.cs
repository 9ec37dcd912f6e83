namespace CustomerSuccess.Portfolio.Reading;

/// <summary>What the texts of the file may be. One array for each kind; a customer holds these very strings.</summary>
internal static class Categories
{
    public const string MonthToMonth = "Month-to-month";
    public const string OneYear = "One year";
    public const string TwoYear = "Two year";

    public const string Yes = "Yes";
    public const string No = "No";
    public const string NoInternet = "No internet service";

    public const string BankTransfer = "Bank transfer (automatic)";
    public const string CreditCard = "Credit card (automatic)";
    public const string MailedCheck = "Mailed check";
    public const string ElectronicCheck = "Electronic check";

    public static readonly string[] Churn = [No, Yes];
    public static readonly string[] Contract = [MonthToMonth, OneYear, TwoYear];
    public static readonly string[] InternetOption = [No, Yes, NoInternet];
    public static readonly string[] PaymentMethod = [ElectronicCheck, MailedCheck, BankTransfer, CreditCard];
}
