using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Files that lie beside the repository on some machines; without them a test skips and says so.</summary>
internal static class SharedFile
{
    public static string PathOf(params string[] parts)
    {
        var path = Path.GetFullPath(Repository.PathOf(["..", "shared", .. parts]));
        Skip.IfNot(File.Exists(path), $"shared/{string.Join('/', parts)} is not beside the repository.");
        return path;
    }
}
