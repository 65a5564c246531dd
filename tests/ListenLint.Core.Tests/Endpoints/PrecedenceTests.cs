using ListenLint.Core.Endpoints;
using Xunit;
using static ListenLint.Core.Endpoints.AddressSource;

namespace ListenLint.Core.Tests.Endpoints;

/// <summary>Each pair of sources was started in a real <c>WebApplication</c> of .NET 10, with and without PreferHostingUrls.</summary>
public sealed class PrecedenceTests
{
    private static readonly AddressSource[] s_sources = [.. Enum.GetValues<AddressSource>().Where(source => source != BuiltInDefault)];

    public static TheoryData<AddressSource, AddressSource> Pairs =>
        [.. from strong in s_sources from weak in s_sources where strong < weak select new TheoryDataRow<AddressSource, AddressSource>(strong, weak)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Stronger_source_is_bound_and_the_weaker_is_dead(AddressSource strong, AddressSource weak)
    {
        var (winner, loser) = (Setting.Any(strong), Setting.Any(weak));

        var result = EffectiveAddresses.Resolve([loser, winner]);

        Assert.True(result.IsCertain);
        if (strong == ListenCall && weak == KestrelEndpoint)
        {
            Assert.Equal([loser, winner], result.Effective);
            Assert.Empty(result.Dead);
            return;
        }

        Assert.Equal([winner], result.Effective);
        var dead = Assert.Single(result.Dead);
        Assert.Equal((loser, winner), (dead.Setting, dead.Winner));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Preferring_hosting_urls_turns_endpoints_and_configured_urls_round(AddressSource strong, AddressSource weak)
    {
        var (one, other) = (Setting.Any(strong), Setting.Any(weak));

        var result = EffectiveAddresses.Resolve([one, other], preferHostingUrls: true);

        Assert.True(result.IsCertain);
        AddressSetting[] expected = (strong, weak) switch
        {
            (ListenCall, KestrelEndpoint) => [one, other],
            (ListenCall or KestrelEndpoint, >= UseUrls) => [other],
            _ => [one],
        };
        Assert.Equal(expected, result.Effective);
    }

    [Fact]
    public void Filled_urls_of_the_application_take_the_effect_from_preferring_hosting_urls()
    {
        var listen = Setting.Listen("127.0.0.1", 5000);

        var result = EffectiveAddresses.Resolve(
            [listen, Setting.Of(UrlsCollection, "http://*:5001"), Setting.Of(UseUrls, "http://*:5002")], preferHostingUrls: true);

        Assert.Equal([listen], result.Effective);
        Assert.Equal(2, result.Dead.Count);
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Preferring_hosting_urls_is_uncertain_while_the_applications_urls_may_be_filled()
    {
        var listen = Setting.Listen("127.0.0.1", 5000);
        var urls = Setting.Of(UseUrls, "http://*:5002");
        var ports = Setting.Of(AspNetCorePorts, "8080");
        var perhaps = Setting.Of(UrlsCollection, "http://*:5001") with { IsConditional = true };

        var result = EffectiveAddresses.Resolve([listen, urls, ports, perhaps], preferHostingUrls: true);

        Assert.Equal([urls], result.Effective);
        Assert.Equal([ports, perhaps], result.Dead.Select(dead => dead.Setting));
        Assert.Equal([listen], result.Possible);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void Preferring_hosting_urls_leaves_endpoints_alone_where_no_url_is_set()
    {
        var listen = Setting.Listen("127.0.0.1", 5000);

        Assert.Equal([listen], EffectiveAddresses.Resolve([listen], preferHostingUrls: true).Effective);
    }
}
