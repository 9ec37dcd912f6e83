namespace CustomerSuccess.Health;

/// <summary>
/// A strategy that declares the version of what it computes. Without one its scores say that they are not reproducible:
/// their configuration hash cannot tell one state of the code from the next.
/// </summary>
public interface IVersionedHealthStrategy : IHealthScoreStrategy
{
    /// <summary>The version, for instance <c>3</c> or the content hash of a model file; raised whenever any result may change. Null or empty where none is declared.</summary>
    string? Version { get; }
}
