namespace CustomerSuccess.Health;

/// <summary>The sources for as long as one call reads them: a scope of the host's services ends with it.</summary>
internal sealed class SourcesLease(CustomerSources sources, IAsyncDisposable? scope = null) : IAsyncDisposable
{
    public CustomerSources Sources => sources;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
