namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The customers of a CSV file, one at a time: none is kept, so the size of the file does not matter.</summary>
internal static class CustomerFile
{
    public static readonly TableShape Shape = new(
        "customer",
        ["customer_id", "churn", "tenure", "contract", "tech_support", "online_security", "payment_method", "monthly_charges"],
        ["total_charges"]);

    public static IEnumerable<Customer> Read(string path)
    {
        using var table = new CsvTable(path, Shape);
        foreach (var cells in table.Rows())
            yield return Parse(cells);
    }

    private static Customer Parse(Cells cells) => new()
    {
        Id = cells.Text("customer_id"),
        Churned = cells.Category("churn", Categories.Churn) == Categories.Yes,
        Tenure = cells.Quantity("tenure"),
        Contract = cells.Category("contract", Categories.Contract),
        TechSupport = cells.Category("tech_support", Categories.InternetOption),
        OnlineSecurity = cells.Category("online_security", Categories.InternetOption),
        PaymentMethod = cells.Category("payment_method", Categories.PaymentMethod),
        MonthlyCharges = cells.Quantity("monthly_charges"),
        TotalCharges = cells.OptionalQuantity("total_charges"),
    };
}
