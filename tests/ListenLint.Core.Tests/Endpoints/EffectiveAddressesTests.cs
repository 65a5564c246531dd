using ListenLint.Core.Endpoints;
using Xunit;
using static ListenLint.Core.Endpoints.AddressSource;

namespace ListenLint.Core.Tests.Endpoints;

public sealed class EffectiveAddressesTests
{
    [Fact]
    public void Nothing_set_is_port_5000_on_loopback()
    {
        var result = EffectiveAddresses.Resolve([]);

        var setting = Assert.Single(result.Effective);
        var address = Assert.Single(setting.Addresses);
        Assert.Equal((BuiltInDefault, "localhost", 5000), (setting.Source, address.Host, address.Port));
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Listen_calls_and_configured_endpoints_are_bound_together()
    {
        var endpoints = new[]
        {
            Setting.Listen("127.0.0.1", 5000),
            Setting.Listen("0.0.0.0", 5001),
            Setting.Of(KestrelEndpoint, "http://*:5002", "kestrel:endpoints:http:url"),
            Setting.Of(KestrelEndpoint, "http://*:5003", "kestrel:endpoints:other:url"),
        };

        var result = EffectiveAddresses.Resolve(endpoints.Append(Setting.Of(AspNetCoreUrls, "http://+:80")));

        Assert.Equal(endpoints, result.Effective);
        Assert.Equal([AspNetCoreUrls], result.Dead.Select(dead => dead.Setting.Source));
    }

    [Fact]
    public void Endpoint_of_one_name_is_that_of_the_last_provider()
    {
        var json = Setting.Of(KestrelEndpoint, "http://localhost:5000", "Kestrel:Endpoints:Http:Url");
        var environment = Setting.Of(KestrelEndpoint, "http://*:8080", "kestrel:endpoints:http:url");

        var result = EffectiveAddresses.Resolve([json, environment]);

        Assert.Equal([environment], result.Effective);
        var dead = Assert.Single(result.Dead);
        Assert.Equal((json, environment, true), (dead.Setting, dead.Winner, dead.IsOverride));
    }

    [Fact]
    public void UseUrls_twice_is_the_second_alone()
    {
        var (first, second) = (Setting.Of(UseUrls, "http://localhost:5000"), Setting.Of(UseUrls, "http://*:5000", "urls"));

        var result = EffectiveAddresses.Resolve([first, second]);

        Assert.Equal([second], result.Effective);
        Assert.Equal([first], result.Dead.Select(dead => dead.Setting));
    }

    [Fact]
    public void Urls_collection_accumulates()
    {
        var urls = new[] { Setting.Of(UrlsCollection, "http://*:5000"), Setting.Of(UrlsCollection, "http://*:5001") };

        Assert.Equal(urls, EffectiveAddresses.Resolve(urls).Effective);
    }

    [Fact]
    public void Run_with_a_url_clears_the_collection()
    {
        var (run, added) = (Setting.Of(RunUrl, "http://*:5000"), Setting.Of(UrlsCollection, "http://*:5001"));

        var result = EffectiveAddresses.Resolve([added, run]);

        Assert.Equal([run], result.Effective);
        Assert.Equal([added], result.Dead.Select(dead => dead.Setting));
    }

    [Fact]
    public void Two_runs_are_both_kept_and_neither_is_certain()
    {
        var runs = new[] { Setting.Of(RunUrl, "http://*:5000"), Setting.Of(RunUrl, "http://*:5001") };

        var result = EffectiveAddresses.Resolve(runs);

        Assert.Equal(runs, result.Effective);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void Http_and_https_ports_are_bound_together_each_from_its_strongest_source()
    {
        var http = Setting.Of(CommandLinePorts, "8080", "http_ports");
        var https = Setting.Of(AspNetCorePorts, "8443", "https_ports");
        var loser = Setting.Of(EnvironmentPorts, "8081", "http_ports");

        var result = EffectiveAddresses.Resolve([loser, https, http]);

        Assert.Equal([https, http], result.Effective);
        var dead = Assert.Single(result.Dead);
        Assert.Equal((loser, http), (dead.Setting, dead.Winner));
    }

    [Fact]
    public void Appsettings_urls_make_the_containers_variable_dead()
    {
        var json = Setting.Of(AppSettingsUrls, "http://localhost:5000");
        var docker = Setting.Of(AspNetCoreUrls, "http://+:8080");

        var dead = Assert.Single(EffectiveAddresses.Resolve([docker, json]).Dead);

        Assert.Equal((docker, json, false, false), (dead.Setting, dead.Winner, dead.SaysTheSame, dead.IsOverride));
    }

    [Fact]
    public void Image_default_is_bound_or_silently_replaced_but_never_dead()
    {
        var image = Setting.Of(AspNetCorePorts, "8080") with { IsImageDefault = true };
        var urls = Setting.Of(UseUrls, "http://*:5000");

        Assert.Equal([image], EffectiveAddresses.Resolve([image]).Effective);
        var replaced = EffectiveAddresses.Resolve([image, urls]);
        Assert.Empty(replaced.Dead);
        Assert.Empty(replaced.Possible);
    }

    [Fact]
    public void Conditional_setting_beats_nobody_but_makes_the_answer_uncertain()
    {
        var perhaps = Setting.Of(UseUrls, "http://*:5000") with { IsConditional = true };
        var json = Setting.Of(AppSettingsUrls, "http://localhost:5000");

        var result = EffectiveAddresses.Resolve([json, perhaps]);

        Assert.Equal([json], result.Effective);
        Assert.Equal([perhaps], result.Possible);
        Assert.Empty(result.Dead);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void Conditional_setting_that_could_never_win_is_dead()
    {
        var perhaps = Setting.Of(AspNetCoreUrls, "http://*:5000") with { IsConditional = true };
        var urls = Setting.Of(UseUrls, "http://localhost:5000");

        var result = EffectiveAddresses.Resolve([urls, perhaps]);

        Assert.Equal([perhaps], result.Dead.Select(dead => dead.Setting));
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Conditional_setting_alone_leaves_the_built_in_default_uncertain()
    {
        var result = EffectiveAddresses.Resolve([Setting.Of(UseUrls, "http://*:5000") with { IsConditional = true }]);

        Assert.Equal([BuiltInDefault], result.Effective.Select(setting => setting.Source));
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void Conditional_endpoint_beside_a_certain_one_replaces_nothing()
    {
        var listen = Setting.Listen("127.0.0.1", 5000);
        var perhaps = Setting.Listen("0.0.0.0", 5001) with { IsConditional = true };

        var result = EffectiveAddresses.Resolve([listen, perhaps]);

        Assert.Equal([listen], result.Effective);
        Assert.Equal([perhaps], result.Possible);
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Environments_own_file_may_override_the_same_key()
    {
        var common = Setting.Of(KestrelEndpoint, "http://localhost:5000");
        var production = Setting.Of(KestrelEndpoint, "http://*:5000") with { IsConditional = true };

        var result = EffectiveAddresses.Resolve([common, production]);

        Assert.Equal([common], result.Effective);
        Assert.Empty(result.Dead);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void Conditional_setting_that_is_always_overridden_later_is_dead()
    {
        var perhaps = Setting.Of(UseUrls, "http://localhost:5000") with { IsConditional = true };
        var later = Setting.Of(UseUrls, "http://*:5000");

        var result = EffectiveAddresses.Resolve([perhaps, later]);

        Assert.Equal([perhaps], result.Dead.Select(dead => dead.Setting));
        Assert.True(result.IsCertain);
    }

    [Theory]
    [InlineData(UseUrls, null)]
    [InlineData(UseUrls, "␣")]
    [InlineData(UseUrls, "")]
    [InlineData(UseUrls, "␣;␣")]
    [InlineData(RunUrl, null)]
    [InlineData(KestrelEndpoint, null)]
    [InlineData(CommandLineUrls, "")]
    public void Value_that_may_be_empty_beats_nobody_for_certain(AddressSource source, string? text)
    {
        var unknown = text is null ? Setting.Unknown(source) : Setting.Of(source, text);
        var variable = Setting.Of(AspNetCoreUrls, "http://*:80");

        var result = EffectiveAddresses.Resolve([variable, unknown]);

        Assert.Equal([variable], result.Effective);
        Assert.Empty(result.Dead);
        Assert.False(result.IsCertain);
    }

    [Theory]
    [InlineData("http://localhost:␣")]
    [InlineData("http://␣")]
    public void Value_known_in_part_is_not_empty_and_wins(string text)
    {
        var urls = Setting.Of(UseUrls, text);

        var result = EffectiveAddresses.Resolve([Setting.Of(AspNetCoreUrls, "http://*:80"), urls]);

        Assert.Equal([urls], result.Effective);
        Assert.Single(result.Dead);
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Listen_call_with_unknown_arguments_binds_something_and_wins()
    {
        var listen = Setting.Unknown(ListenCall);
        var urls = Setting.Of(UseUrls, "http://*:5000");

        var result = EffectiveAddresses.Resolve([urls, listen]);

        Assert.Equal([listen], result.Effective);
        Assert.Equal([(urls, listen, false)], result.Dead.Select(dead => (dead.Setting, dead.Winner, dead.SaysTheSame)));
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Unknown_value_below_a_known_winner_is_dead()
    {
        var unknown = Setting.Unknown(UseUrls);

        var result = EffectiveAddresses.Resolve([unknown, Setting.Listen("0.0.0.0", 5000)]);

        Assert.Equal([unknown], result.Dead.Select(dead => dead.Setting));
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Equal_settings_of_two_places_are_two_settings()
    {
        var json = Setting.Of(AppSettingsUrls, "http://*:5000");

        var result = EffectiveAddresses.Resolve([json, json with { }]);

        Assert.Single(result.Effective);
        Assert.Single(result.Dead);
    }

    [Fact]
    public void Dead_setting_says_the_same_when_all_that_is_bound_instead_does()
    {
        var ports = Setting.Of(AspNetCorePorts, "5000;5001");

        var result = EffectiveAddresses.Resolve([ports, Setting.Listen("0.0.0.0", 5000), Setting.Listen("0.0.0.0", 5001)]);

        Assert.True(Assert.Single(result.Dead).SaysTheSame);
    }
}
