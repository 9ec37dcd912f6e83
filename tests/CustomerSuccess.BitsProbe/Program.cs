using System.Runtime.Intrinsics;
using CustomerSuccess.BitsProbe;

// Scores one fixed portfolio by rows and by columns and prints a hash of all bits that come out, and what the processor is
// allowed to do. A test runs it with instruction sets switched off: the hashes must not change.
var hashes = Portfolio.Cards().Select(card => new Portfolio(card)).ToArray();
Console.WriteLine($"rows {Bits.Hash(hashes.Select(p => p.Rows()))}");
Console.WriteLine($"columns {Bits.Hash(hashes.Select(p => p.Columns(threads: 1)))}");
Console.WriteLine($"threads {Bits.Hash(hashes.Select(p => p.Columns(threads: 2)))}");
Console.WriteLine($"lanes {Vector512.IsHardwareAccelerated} {Vector256.IsHardwareAccelerated} {Vector128.IsHardwareAccelerated}");
