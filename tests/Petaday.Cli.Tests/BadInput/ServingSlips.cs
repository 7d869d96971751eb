namespace Petaday.Cli.Tests.BadInput;

/// <summary>Demands that cannot be, files and keys of serve-cost.</summary>
internal static class ServingSlips
{
    public static IEnumerable<Slip> All =>
        [
            new("serving: no demand", "serve-cost --model llama-3.1-8b", "serving: no demand is given", "serving.tokensPerMonth"),
            new("serving: no model", "serve-cost --users 5", "model", "no model is given"),
            new("serving: no users", "serve-cost --model llama-3.1-8b --users 0", "--users", "out of range"),
            new("serving: negative tokens", "serve-cost --model llama-3.1-8b --tokens-per-month=-5M", "--tokens-per-month", "out of range"),
            new("serving: not a number", "serve-cost --model llama-3.1-8b --users NaN", "--users"),
            new("serving: no such file", "serve-cost ~/nowhere.yaml", "nowhere.yaml", "no such file"),
            new Slip("serving: a misspelt key in a file", "serve-cost ~/a.yaml", "a.yaml:4", "serving.promtTokens", "'promptTokens'").With(
                "a.yaml",
                "model: llama-3.1-8b\nserving:\n  users: 5\n  promtTokens: 10\n"
            ),
            new Slip("serving: a price without a currency", "serve-cost ~/a.yaml", "a.yaml:2", "serving.serverPrice", "money").With(
                "a.yaml",
                "model: llama-3.1-8b\nserving: { users: 5, serverPrice: 199000 }\n"
            ),
            new(
                "serving: a number that is not there",
                "serve-cost --model llama-3.1-8b --users 5 --explain rental.perOutputTokens",
                "rental.perOutputTokens",
                "rental.perOutputToken"
            ),
            new Slip(
                "serving: faster than any machine",
                "serve-cost --model llama-3.1-405b --users 5 --tokens-per-second-per-user 9000",
                "serving.tokensPerSecondPerUser binds",
                "nearest:"
            ).Infeasible(),
            new Slip(
                "serving: larger than any replica",
                "serve-cost --model llama-3.1-405b --system rtx-4090-box --users 5",
                "memory binds",
                "GiB"
            ).Infeasible(),
        ];
}
