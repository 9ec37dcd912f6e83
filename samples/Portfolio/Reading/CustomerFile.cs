namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The customers of a CSV file, one at a time: none is kept, so the size of the file does not matter.</summary>
internal static class CustomerFile
{
    public static IEnumerable<Customer> Read(string path)
    {
        using var records = new CsvRecords(path);
        var columns = Columns.Read(records);
        var cells = new Cells(records, columns);
        var any = false;
        while (records.Next())
        {
            any = true;
            yield return Parse(records, columns, cells);
        }

        if (!any)
            throw records.Mistake("there is a header and no customer below it.");
    }

    private static Customer Parse(CsvRecords records, Columns columns, Cells cells)
    {
        if (records.FieldCount != columns.Count)
        {
            throw records.Mistake(null, FormattableString.Invariant($"this line has {records.FieldCount} fields and the header {columns.Count}. ")
                + (records.FieldCount < columns.Count ? "Is it cut off?" : "Does a text with a comma lack its quotes?"));
        }

        return new Customer
        {
            Id = cells.Text("customer_id"),
            Churned = cells.Category("churn", Categories.Churn) == Categories.Yes,
            Tenure = cells.Number("tenure"),
            Contract = cells.Category("contract", Categories.Contract),
            TechSupport = cells.Category("tech_support", Categories.InternetOption),
            OnlineSecurity = cells.Category("online_security", Categories.InternetOption),
            PaymentMethod = cells.Category("payment_method", Categories.PaymentMethod),
            MonthlyCharges = cells.Number("monthly_charges"),
            TotalCharges = cells.OptionalNumber("total_charges"),
        };
    }
}
