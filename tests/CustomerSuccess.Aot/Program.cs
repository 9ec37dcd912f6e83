using System.Globalization;
using CustomerSuccess.Aot;

// The whole library as a native program, without a compiler or reflection at run time. Whatever it prints is compared.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Rows.Run();
Columns.Run();
Mistakes.Run();
Strategies.Run();
Judged.Run();
Language.Run();
await Services.RunAsync();
await Events.RunAsync();
await Expressed.RunAsync();
await Documented.RunAsync();
await Planned.RunAsync();
