using CustomerSuccess.Expressions.Conformance;

return ConformanceApp.Run(args, Console.Out, Console.Error);
