using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>Arrays that begin at a line of cache: a vector then never touches two.</summary>
internal static class AlignedArray
{
    private const int Line = 64;

    public static unsafe Memory<T> Of<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateArray<T>(length + (Line / sizeof(T)), pinned: true);
        var beyond = (int)((nuint)Unsafe.AsPointer(ref array[0]) & (Line - 1));
        return array.AsMemory(((Line - beyond) & (Line - 1)) / sizeof(T), length);
    }
}
