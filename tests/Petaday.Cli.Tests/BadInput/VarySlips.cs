namespace Petaday.Cli.Tests.BadInput;

/// <summary>What varies, what is shown, where it is drawn.</summary>
internal static class VarySlips
{
    public static IEnumerable<Slip> All =>
        [
            new("nothing that varies", "sweep --model olmo-1b", "--vary: nothing is varied", "key=lo..hi:n"),
            new(
                "three keys that vary",
                "sweep --model olmo-1b --vary devices=8 --vary tensor=1 --vary pipeline=1",
                "--vary: 3 keys are varied",
                "one key or two"
            ),
            new(
                "a key to vary misspelt",
                "sweep --model olmo-1b --vary sytem.devices=8",
                "--vary: sytem.devices: a scenario has no such key",
                "did you mean 'system.devices'?"
            ),
            new("a group to vary", "sweep --model olmo-1b --vary goal=5", "--vary: goal: this is a group of keys", "goal.budget"),
            new("a key to vary without values", "compare --model olmo-1b --vary devices", "--vary: system.devices: no values are given"),
            new(
                "a range without its number of values",
                "sweep --model olmo-1b --vary devices=8..64",
                "--vary: system.devices: '8..64' is no range",
                "lo..hi:n"
            ),
            new("a range that falls", "sweep --model olmo-1b --vary devices=64..8:4", "--vary: system.devices: the range does not rise"),
            new(
                "a range of words",
                "sweep --model olmo-1b --vary precision=bf16..fp8:2",
                "--vary: recipe.precision:",
                "only numbers have one"
            ),
            new(
                "a value that varies in the wrong unit",
                "sweep --model olmo-1b --vary \"goal.budget=5 d\"",
                "--vary: goal.budget: '5 d' is in s",
                "money"
            ),
            new(
                "a word that varies misspelt",
                "sweep --model olmo-1b --devices 8 --vary precision=bf61",
                "--vary: recipe.precision: 'bf61' is not known",
                "did you mean 'bf16'?"
            ),
            new(
                "an id that varies misspelt",
                "sweep --model olmo-1b --devices 8 --vary system=dgx-h100,dgx-h10",
                "--vary: system.id: there is no system 'dgx-h10'",
                "'dgx-h100'"
            ),
            new(
                "too many points",
                "sweep --model olmo-1b --vary sequence=1..9999:9000 --vary tokens=1..9T:2",
                "--vary: recipe.sequence and recipe.tokens: 9000 x 2 are 18000 points",
                "at most 10000"
            ),
            new(
                "a result to show misspelt",
                "sweep --model olmo-1b --devices 8 --vary tensor=1 --show step.secnds",
                "--show: step.secnds: the result has no such key",
                "'step.seconds'"
            ),
            new(
                "a part to show misspelt",
                "sweep --model olmo-1b --devices 8 --vary tensor=1 --show memory.breakdown.weight",
                "--show: memory.breakdown.weight: the result has no such key",
                "memory.breakdown.weights"
            ),
            new(
                "a picture of nothing that varies",
                "compare --model olmo-1b --svg ~/a.svg",
                "--svg: this needs a key that varies",
                "--vary"
            ),
            new("a scenario to sweep that is not there", "sweep ~/none.yaml --vary tensor=1", "none.yaml: there is no such file"),
            new(
                "nothing that varies can be set up",
                "sweep --model olmo-1b --devices 8 --vary pipeline=100",
                "--vary: strategy.data: tensor x context x pipeline x data is 100, but there are 8 devices"
            )
            {
                Messages = 2,
            },
        ];
}
