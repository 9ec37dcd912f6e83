using System.Text;
using CustomerSuccess.Portfolio;

namespace CustomerSuccess.Tests.Samples;

/// <summary>One run of the sample inside this process, and what it left behind.</summary>
internal sealed class PortfolioRun
{
    public const string Header = "customer_id,churn,tenure,contract,tech_support,online_security,payment_method,monthly_charges,total_charges";

    private PortfolioRun(int exitCode, string output, string error) => (ExitCode, Output, Error) = (exitCode, output, error);

    public int ExitCode { get; }

    public string Output { get; }

    public string Error { get; }

    public static PortfolioRun With(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = PortfolioApp.Run(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public static PortfolioRun OnText(string text, params string[] args) => OnBytes(Encoding.UTF8.GetBytes(text), args);

    public static PortfolioRun OnBytes(byte[] bytes, params string[] args)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, bytes);
        return With(["--file", file.Path, .. args]);
    }

    /// <summary>A line of the file, valid but for what is stated otherwise.</summary>
    public static string Row(
        string id = "T1",
        string churn = "No",
        string tenure = "34",
        string contract = "One year",
        string techSupport = "No",
        string onlineSecurity = "Yes",
        string paymentMethod = "Mailed check",
        string monthlyCharges = "56.95",
        string totalCharges = "1889.5") =>
        string.Join(',', id, churn, tenure, contract, techSupport, onlineSecurity, paymentMethod, monthlyCharges, totalCharges);

    public static string FileOf(params string[] rows) => string.Join('\n', [Header, .. rows, ""]);
}
