using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.OverTime;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Tests.Composition;

/// <summary>A host whose sources are services.</summary>
internal static class FactsHost
{
    public static readonly DateTimeOffset AsOf = Usage.Start.AddDays(9);

    public static AccountLog Accounts { get; } = new AccountLog()
        .Add(new Customer("acme", Usage.Start)).Add(new Trait("acme", "plan", TraitValue.Of("pro"), Usage.Start))
        .Add(new Customer("globex", Usage.Start)).Add(new Trait("globex", "plan", TraitValue.Of("trial"), Usage.Start));

    public static SignalLog Signals { get; } = Usage.Log((0, 80));

    public static IServiceCollection Services(Action<CustomerSuccessBuilder> configure) => new ServiceCollection()
        .AddSingleton<ICustomerSource>(Accounts).AddSingleton<ITraitSource>(Accounts).AddSingleton<ISignalSource>(Signals)
        .AddCustomerSuccess(configure);

    public static CustomerHealth Health(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }).GetRequiredService<CustomerHealth>();

    public static IEnumerable<string> Codes<TService>(this IServiceCollection services)
        where TService : notnull =>
        Assert.Throws<ConfigurationException>(() => services.BuildServiceProvider().GetRequiredService<TService>()).Diagnostics.Select(d => d.Code);

    public static IEnumerable<string> Codes(this IServiceCollection services) =>
        Assert.Throws<ConfigurationException>(services.Health).Diagnostics.Select(d => d.Code);
}
