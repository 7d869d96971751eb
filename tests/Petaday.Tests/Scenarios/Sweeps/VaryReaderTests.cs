using Petaday.Catalog;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Tests.Scenarios.Sweeps;

/// <summary>What may be varied, and how its values are written.</summary>
public sealed class VaryReaderTests
{
    [Theory]
    [InlineData("system.devices=8,16,64", "system.devices", "8|16|64", "")]
    [InlineData("devices=8..64:8", "system.devices", "8|16|24|32|40|48|56|64", "")]
    [InlineData("devices=8..64:4x", "system.devices", "8|16|32|64", "")]
    [InlineData("tensor=1..4:9", "strategy.tensor", "1|2|3|4", "")] // whole numbers, each once
    [InlineData("goal.budget=5..50 MUSD:4", "goal.budget", "5 MUSD|20 MUSD|35 MUSD|50 MUSD", "MUSD")]
    [InlineData("budget=500 kUSD..5 MUSD:3x", "goal.budget", "0.5 MUSD|1.58114 MUSD|5 MUSD", "MUSD")]
    [InlineData("goal.deadline=30 d, 90 d", "goal.deadline", "30 d|90 d", "d")]
    [InlineData("recipe.tokens=1..15T:3", "recipe.tokens", "1T|8T|15T", "T tokens")]
    [InlineData("recipe.globalBatch=512..2048:4", "recipe.globalBatch", "512|1024|1536|2048", "")]
    [InlineData(
        "recipe.globalBatch=512..2048 sequences:3x",
        "recipe.globalBatch",
        "512 sequences|1024 sequences|2048 sequences",
        "sequences"
    )]
    [InlineData("money.pricePerDeviceHour=1..3 USD/h:3", "money.pricePerDeviceHour", "1 USD/h|2 USD/h|3 USD/h", "USD/h")]
    [InlineData("goal.budget=$5M,$20M", "goal.budget", "$5M|$20M", "USD")]
    [InlineData("model=../a/config.json,../b/config.json", "model", "../a/config.json|../b/config.json", "")]
    [InlineData("system=dgx-h100, dgx-b200", "system.id", "dgx-h100|dgx-b200", "")]
    [InlineData("money=rent,own", "money.devices", "rent|own", "")]
    [InlineData("strategy.sequenceParallel=true,false", "strategy.sequenceParallel", "true|false", "")]
    [InlineData("site=us,us", "site", "us", "")]
    public void Values_are_read_as_they_are_written(string text, string path, string values, string unit)
    {
        List<Diagnostic> problems = [];
        var key = VaryReader.Read([text], problems).ShouldNotBeNull(string.Join('\n', problems)).ShouldHaveSingleItem();
        key.Path.ShouldBe(path);
        key.Values.Select(value => value.Text).ShouldBe(values.Split('|'));
        key.Unit.ShouldBe(unit);
    }

    [Fact]
    public void Numbers_stand_in_the_unit_of_the_last_value()
    {
        var key = VaryReader.Read(["budget=500 kUSD,$2M,5 MUSD"], [])!.Value[0];
        key.IsNumeric.ShouldBeTrue();
        key.Values.Select(value => Math.Round(value.Number!.Value, 9)).ShouldBe([0.5, 2, 5]);
        VaryReader.Read(["devices=8,auto"], [])!.Value[0].IsNumeric.ShouldBeFalse();
        VaryReader.Read(["global-batch=512 sequences,4M tokens"], [])!.Value[0].IsNumeric.ShouldBeFalse();
    }

    [Theory]
    [InlineData("devics=1,2", "--vary: devics: a scenario has no such key; did you mean 'system.devices'?")]
    [InlineData("Devices=8", "did you mean 'system.devices'?")]
    [InlineData("recipe.sequnce=8", "did you mean 'recipe.sequence'?")]
    [InlineData("", "--vary: a scenario has no such key; expected a key of docs/scenario.md")]
    [InlineData("=8", "a scenario has no such key")]
    [InlineData("include=a.yaml", "a scenario has no such key")]
    [InlineData("recipe=8", "this is a group of keys; expected one of recipe.tokens")]
    [InlineData("devices", "no values are given; expected 'key=a,b,c'")]
    [InlineData("devices=", "no values are given")]
    [InlineData("devices=8,,16", "a value is empty")]
    [InlineData("devices=eight", "'eight' is no whole number")]
    [InlineData("devices=0,8", "'0' is out of range")]
    [InlineData("devices=8..64", "'8..64' is no range; expected lo..hi:n")]
    [InlineData("devices=..64:4", "does not begin with a number|is no whole number")]
    [InlineData("devices=8..:4", "is no whole number")]
    [InlineData("devices=8..64:x", "is no range")]
    [InlineData("devices=8..64:-4", "is no range")]
    [InlineData("devices=8..64:1", "1 values cannot span a range; expected 2 to 10000")]
    [InlineData("devices=8..64:10001", "10001 values cannot span a range")]
    [InlineData("devices=8..64:99999999999999", "is no range")]
    [InlineData("devices=64..8:4", "the range does not rise")]
    [InlineData("devices=8..8:4", "the range does not rise")]
    [InlineData("devices=auto..64:4", "'auto' is no end of a range")]
    [InlineData("shardGroup=8", "did you mean 'strategy.shardGroup'?")]
    [InlineData("strategy.shardGroup=0..8:3x", "cannot begin at zero")]
    [InlineData("goal.budget=5..50:3", "the number has no unit")]
    [InlineData("goal.budget=5 d..50 MUSD:3", "is in s")]
    [InlineData("goal.budget=5..1e400 MUSD:3", "is not a number that can be worked with")]
    [InlineData("precision=bf16..fp8:2", "is a range, and only numbers have one")]
    [InlineData("precision=bf17", "did you mean 'bf16'?")]
    [InlineData("recipe.globalBatch=512 sequences..4M tokens:3", "the ends of the range are of different kinds")]
    [InlineData("dropout=yes", "did you mean 'recipe.dropout'?")]
    [InlineData("recipe.dropout=yes", "true or false")]
    public void What_is_wrong_is_said_in_one_line(string text, string expected)
    {
        List<Diagnostic> problems = [];
        VaryReader.Read([text], problems).ShouldBeNull();
        string said = problems.ShouldHaveSingleItem().ToString();
        said.ShouldStartWith("--vary: ");
        expected.Split('|').ShouldContain(one => said.Contains(one, StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("3 keys are varied", "devices=8", "tensor=1", "pipeline=1")]
    [InlineData("system.devices is varied already", "devices=8", "system.devices=16")]
    [InlineData("strategy is varied already", "strategy=auto", "tensor=2")]
    [InlineData("nothing is varied")]
    public void One_or_two_different_keys_are_varied(string expected, params string[] texts)
    {
        List<Diagnostic> problems = [];
        VaryReader.Read(texts, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(expected);
    }
}
