namespace Petaday.Cli.Tests.BadInput;

/// <summary>Strategies that cannot be, and scenarios that do not fit or miss their goal.</summary>
internal static class StrategySlips
{
    private const string Small = "estimate --model olmo-1b --system dgx-h100 --devices 8 --global-batch \"64 sequences\" ";

    public static IEnumerable<Slip> All =>
        [
            new(
                "a tensor group that does not divide the heads",
                "estimate --model olmo-1b --system dgx-h100 --devices 3 --global-batch \"63 sequences\" --sequence 2049 --strategy.sequenceParallel false --tensor 3",
                "--tensor: strategy.tensor: tensor 3 does not divide the 16 attention heads",
                "a divisor of 16"
            )
            {
                Messages = 3,
            },
            new(
                "devices that do not multiply out",
                Small + "--tensor 2 --pipeline 2 --data 4",
                "--data: strategy.data: tensor x context x pipeline x data is 16, but there are 8 devices",
                "a product of 8"
            ),
            new("groups larger than the job", Small + "--tensor 16", "--tensor: strategy", "16", "8 devices"),
            new("a pipeline that the devices do not fill", Small + "--pipeline 3", "--pipeline: strategy", "8 devices"),
            new(
                "experts of a dense model",
                Small + "--expert 4",
                "--expert: strategy.expert: expert parallelism 4 for a dense model",
                "expected 1"
            ),
            new(
                "experts that do not divide",
                "estimate --model mixtral-8x7b --system dgx-h100 --devices 24 --global-batch \"48 sequences\" --expert 3",
                "--expert: strategy.expert: expert 3 does not divide the 8 experts",
                "a divisor of 8"
            ),
            new(
                "more chunks than layers",
                Small + "--pipeline 8 --virtual-pipeline 4",
                "--pipeline: strategy.pipeline: 8 stages x 4 chunks is more than the 16 layers"
            ),
            new(
                "chunks without a pipeline",
                Small + "--virtual-pipeline 2",
                "--virtual-pipeline: strategy.virtualPipeline: interleaving needs more than one pipeline stage"
            ),
            new(
                "a context that does not divide",
                "estimate --model olmo-1b --system dgx-h100 --devices 7 --sequence 2048 --global-batch \"64 sequences\" --context 7",
                "--context: strategy.context: a sequence of 2048 does not split in 7",
                "a divisor of 2048"
            ),
            new(
                "a micro-batch that does not divide",
                Small + "--micro-batch 3",
                "--micro-batch: strategy.microBatch:",
                "does not divide the global batch of 64 sequences"
            ),
            new(
                "a batch smaller than the ranks",
                "estimate --model olmo-1b --system dgx-h100 --devices 8 --global-batch \"4 sequences\" --data 8",
                "strategy.microBatch:",
                "does not divide the global batch of 4 sequences"
            ),
            new(
                "sequence parallelism of one",
                Small + "--strategy.sequenceParallel true --tensor 1",
                "strategy.sequenceParallel: sequence parallelism splits over the tensor group, which is 1"
            ),
            new(
                "a shard group that does not divide",
                Small + "--zero 3 --strategy.shardGroup 3",
                "strategy.shardGroup: shard group 3 does not divide the 8 data-parallel ranks",
                "a divisor of 8"
            ),
            new(
                "DualPipe of an odd pipeline",
                "estimate --model olmo-1b --system dgx-h100 --devices 3 --global-batch \"60 sequences\" --pipeline 3 --strategy.schedule dualpipe",
                "strategy.schedule: DualPipe runs stages in pairs"
            ),
            new(
                "groups whose product no number holds",
                Small + "--tensor 4194304 --context 4194304 --pipeline 1048576",
                "strategy.data: tensor x context x pipeline x data is 18446744073709551616, but there are 8 devices"
            )
            {
                Messages = 5,
            },
            new(
                "more devices than a machine without a network has",
                "estimate --model olmo-1b --system v100-sxm-none --devices 64",
                "there is no system"
            ),
            new("a strategy in a word", Small + "--strategy fastest", "--strategy: strategy: 'fastest'", "'auto'"),
            new Slip(
                "a model that does not fit",
                "estimate --model gpt3-175b --system dgx-h100 --devices 8 --global-batch \"8 sequences\" --tensor 8",
                "not feasible: memory binds:",
                "GiB",
                "nearest: tensor 8"
            ).Infeasible(),
            new Slip(
                "a model that no strategy fits",
                "estimate --model gpt3-175b --system dgx-h100 --devices 8 --global-batch \"8 sequences\"",
                "not feasible: memory binds: every valid strategy needs more memory",
                "nearest: tensor"
            ).Infeasible(),
            new Slip(
                "a batch that no strategy divides",
                "estimate --model gpt3-175b --system dgx-h100 --devices 1000 --global-batch \"1 sequence\"",
                "not feasible:",
                "1000 devices",
                "nearest:"
            ).Infeasible(),
            new Slip(
                "a budget of a dollar",
                "plan --model llama-3.1-8b --system dgx-h100 --devices 1024 --budget \"1 USD\"",
                "not feasible: goal.budget binds:",
                "nearest:"
            ).Infeasible(),
            new Slip(
                "a deadline of a minute",
                "plan --model llama-3.1-8b --system dgx-h100 --devices 1024 --deadline \"1 min\"",
                "not feasible: goal.deadline binds:",
                "nearest:"
            ).Infeasible(),
            new Slip(
                "a cap of a gram",
                "plan --model llama-3.1-8b --system dgx-h100 --devices 1024 --carbon-cap \"1 gCO2e\"",
                "not feasible: goal.carbonCap binds:",
                "nearest:"
            ).Infeasible(),
        ];
}
