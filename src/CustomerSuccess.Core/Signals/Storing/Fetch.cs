using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess.Signals;

/// <summary>
/// Asks memory for what will be read soon. Where many customers are gone through, memory is what is waited for: asked for
/// early, it is waited for once for several customers. Nothing is read, so nothing can be wrong; where a processor has no
/// such instruction nothing happens.
/// </summary>
internal static class Fetch
{
    private const int Line = 64;

    /// <summary>The first line of an object, which of an array holds the length.</summary>
    public static unsafe void Head(object? one)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(*(byte**)Unsafe.AsPointer(ref one));
        }
    }

    /// <summary>The first two lines of an object.</summary>
    public static unsafe void Object(object? one)
    {
        if (Sse.IsSupported)
        {
            // The place where it is now: where it moves meanwhile, the wrong line was asked for.
            var place = *(byte**)Unsafe.AsPointer(ref one);
            Sse.Prefetch0(place);
            Sse.Prefetch0(place + Line);
        }
    }

    /// <summary>The lines of some elements; beyond the ends of the array there may be none.</summary>
    /// <param name="array">The array.</param>
    /// <param name="first">Where they begin, in bytes behind the first element.</param>
    /// <param name="size">How many bytes they take.</param>
    public static unsafe void Elements<T>(T[] array, nint first, nint size)
    {
        if (Sse.IsSupported && size > 0)
        {
            var begin = *(byte**)Unsafe.AsPointer(ref array) + (2 * sizeof(nint)) + first;
            for (var place = begin; place < begin + size; place += Line)
            {
                Sse.Prefetch0(place);
            }

            Sse.Prefetch0(begin + size - 1);
        }
    }
}
