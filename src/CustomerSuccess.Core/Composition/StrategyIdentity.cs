using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>What makes two registrations the same thing: one instance, one type, one lambda.</summary>
internal static class StrategyIdentity
{
    public static object Of(object instance) => instance is LambdaStrategy { Lambda: var lambda } ? lambda : instance;

    public static object? Of(ServiceDescriptor descriptor) => descriptor.IsKeyedService
        ? descriptor.KeyedImplementationInstance is { } keyed ? Of(keyed) : (object?)descriptor.KeyedImplementationType ?? descriptor.KeyedImplementationFactory
        : descriptor.ImplementationInstance ?? (object?)descriptor.ImplementationType ?? descriptor.ImplementationFactory;
}
