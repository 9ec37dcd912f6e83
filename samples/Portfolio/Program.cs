using System.Text;
using CustomerSuccess.Portfolio;

// Arrows and lines survive a redirect on every platform, and no byte order mark stands before the JSON.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return PortfolioApp.Run(args, Console.Out, Console.Error);
