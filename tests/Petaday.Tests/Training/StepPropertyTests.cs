using FsCheck;
using FsCheck.Fluent;
using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Tests.Training;

/// <summary>The signs are right, over random valid strategies of dense and mixture-of-experts models.</summary>
public sealed class StepPropertyTests
{
    private static readonly Architecture Dense = Models.Llama(32, 4096, 32, 8, 14336);
    private static readonly Architecture Sparse = Models.Mixture(32, 4096, 32, 64, 4, 1408);

    private static Gen<(Architecture Shape, Recipe Recipe, Strategy Strategy)> Cases =>
        from sparse in Gen.Elements(false, true)
        from tensor in Gen.Elements(1, 2, 4, 8)
        from sequence in Gen.Elements(false, true)
        from context in Gen.Elements(1, 2)
        from pipeline in Gen.Elements(1, 2, 4, 8)
        from chunks in Gen.Elements(1, 2, 4)
        from data in Gen.Elements(1, 2, 4, 16, 64)
        from micro in Gen.Elements(1, 2, 4)
        from zero in Gen.Choose(0, 3)
        from recompute in Gen.Elements(RecomputeMode.None, RecomputeMode.Selective, RecomputeMode.Full)
        from precision in Gen.Elements(Precision.Bf16, Precision.Fp8, Precision.Mxfp8, Precision.Fp16)
        from schedule in Gen.Elements(PipelineSchedule.GPipe, PipelineSchedule.OneForwardOneBackward, PipelineSchedule.ZeroBubble)
        select (
            sparse ? Sparse : Dense,
            new Recipe(4096, 1024, Precision: precision),
            new Strategy(
                tensor,
                sequence && tensor > 1,
                context,
                pipeline,
                pipeline > 1 && schedule == PipelineSchedule.OneForwardOneBackward ? chunks : 1,
                data,
                sparse ? Math.Min(8, tensor * context * data) : 1,
                1,
                pipeline > 1 ? Math.Min(1, zero) : zero,
                0,
                micro,
                recompute,
                0,
                pipeline > 1 && chunks > 1 && schedule == PipelineSchedule.OneForwardOneBackward ? PipelineSchedule.Interleaved : schedule
            )
        );

    private static void Holds(Func<Architecture, Recipe, Strategy, bool> property) =>
        Prop.ForAll(
                Cases
                    .Where(one => StrategyRules.Check(one.Shape, Machines.A100, one.Recipe, one.Strategy, one.Strategy.Devices).Count == 0)
                    .ToArbitrary(),
                one => property(one.Shape, one.Recipe, one.Strategy)
            )
            .QuickCheckThrowOnFailure();

    private static double Seconds(Architecture shape, Recipe recipe, Strategy strategy, SystemSpec? system = null, Stack? stack = null) =>
        StepModel.Estimate(shape, system ?? Machines.A100, stack ?? Machines.FusedStack, recipe, strategy).Time.Seconds;

    private static SystemSpec With(Accelerator device) => Machines.A100 with { Accelerator = device };

    [Fact]
    public void Every_estimate_is_finite_and_its_parts_add_up() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var step = StepModel.Estimate(shape, Machines.A100, Machines.FusedStack, recipe, strategy);
                return double.IsFinite(step.Time.Seconds)
                    && step.Time.Seconds > 0
                    && step.Mfu is > 0 and < 1
                    && step.Hfu >= step.Mfu
                    && step.Time.Parts.All(part => part.Amount >= 0)
                    && step.Memory.Parts.All(part => part.Amount >= 0)
                    && step.Time.Parts.Sum(part => part.Amount) == step.Time.Seconds
                    && step.Memory.Parts.Sum(part => part.Amount) == step.Memory.Bytes;
            }
        );

    [Fact]
    public void A_better_device_is_never_slower() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var device = Machines.Device;
                var basis = Seconds(shape, recipe, strategy) * (1 + 1e-12);
                var peaks = device.PeakFlopPerSecond.ToDictionary(peak => peak.Key, peak => 1.5 * peak.Value);
                return Seconds(shape, recipe, strategy, With(device with { MemoryBytesPerSecond = 2 * device.MemoryBytesPerSecond }))
                        <= basis
                    && Seconds(shape, recipe, strategy, With(device with { PeakFlopPerSecond = device.PeakFlopPerSecond.SetItems(peaks) }))
                        <= basis
                    && Seconds(shape, recipe, strategy, With(device with { MemoryBytes = 2 * device.MemoryBytes })) <= basis;
            }
        );

    [Fact]
    public void A_better_network_is_never_slower() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var system = Machines.A100;
                var basis = Seconds(shape, recipe, strategy) * (1 + 1e-12);
                return Seconds(shape, recipe, strategy, system with { ScaleUp = system.ScaleUp with { BytesPerSecond = 900e9 } }) <= basis
                    && Seconds(shape, recipe, strategy, system with { Fabric = system.Fabric! with { BytesPerSecond = 100e9 } }) <= basis
                    && Seconds(shape, recipe, strategy, system with { Fabric = system.Fabric! with { LatencySeconds = 1e-6 } }) <= basis;
            }
        );

    [Fact]
    public void Overlap_never_costs_time() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var calm = Machines.FusedStack with { Parameters = Machines.Software with { Contention = 0 } };
                var plain = calm with
                {
                    OverlapDataParallel = false,
                    OverlapParameterGather = false,
                    OverlapTensorParallel = false,
                    OverlapPipeline = false,
                };
                return Seconds(shape, recipe, strategy, stack: calm) <= Seconds(shape, recipe, strategy, stack: plain) * (1 + 1e-12);
            }
        );

    [Fact]
    public void More_memory_never_makes_a_step_that_fits_not_fit() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var larger = With(Machines.Device with { MemoryBytes = 2 * Machines.Device.MemoryBytes });
                var basis = StepModel.Estimate(shape, Machines.A100, Machines.FusedStack, recipe, strategy).Memory;
                var more = StepModel.Estimate(shape, larger, Machines.FusedStack, recipe, strategy).Memory;
                return more.Bytes == basis.Bytes && (!basis.Fits || more.Fits);
            }
        );

    [Fact]
    public void Recomputing_saves_memory_and_costs_time() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                StepEstimate With(RecomputeMode mode) =>
                    StepModel.Estimate(shape, Machines.A100, Machines.FusedStack, recipe, strategy with { Recompute = mode });
                double Kept(StepEstimate step) => step.Memory.Parts.Single(part => part.Key == "activations").Amount;
                var (none, full) = (With(RecomputeMode.None), With(RecomputeMode.Full));
                return Kept(full) <= Kept(none) && full.Time.Seconds >= none.Time.Seconds && full.Mfu <= none.Mfu;
            }
        );

    [Fact]
    public void Sharding_more_never_takes_more_memory() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                if (strategy.Pipeline > 1)
                {
                    return true;
                }

                double Bytes(int zero) =>
                    StepModel
                        .Estimate(shape, Machines.A100, Machines.FusedStack, recipe, strategy with { ZeroStage = zero })
                        .Memory.Parts.Where(part => part.Key is "weights" or "gradients" or "optimizerStates")
                        .Sum(part => part.Amount);
                return Bytes(1) <= Bytes(0) && Bytes(2) <= Bytes(1) && Bytes(3) <= Bytes(2);
            }
        );

    [Fact]
    public void Half_of_the_layers_take_about_half_of_the_time() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var half = shape with { Layers = shape.Layers / 2 };
                if (StrategyRules.Check(half, Machines.A100, recipe, strategy, strategy.Devices).Count > 0)
                {
                    return true;
                }

                var ratio = Seconds(half, recipe, strategy) / Seconds(shape, recipe, strategy);
                return ratio is > 0.45 and < 0.85; // embedding, head and sends stay
            }
        );

    [Fact]
    public void Twice_the_data_parallel_ranks_never_raise_the_work_of_a_device() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var doubled = strategy with { Data = 2 * strategy.Data };
                if (StrategyRules.Check(shape, Machines.A100, recipe, doubled, doubled.Devices).Count > 0)
                {
                    return true;
                }

                double Work(Strategy one) =>
                    StepModel
                        .Estimate(shape, Machines.A100, Machines.FusedStack, recipe, one)
                        .Time.Parts.Where(part => part.Key is "matrixProducts" or "attention" or "elementwise" or "recompute")
                        .Sum(part => part.Amount);
                return Work(doubled) <= Work(strategy) * (1 + 1e-12);
            }
        );

    [Fact]
    public void Memory_adds_up_and_has_the_right_signs() =>
        Holds(
            (shape, recipe, strategy) =>
            {
                var memory = Memory(shape, recipe, strategy);
                var more = strategy with { MicroBatch = strategy.MicroBatch * 2 };
                var full = strategy with { Recompute = RecomputeMode.Full };
                var none = strategy with { Recompute = RecomputeMode.None };
                return Math.Abs(memory.Bytes - memory.Parts.Sum(part => part.Amount)) < 1
                    && memory.Parts.All(part => part.Amount >= 0)
                    && Memory(shape, recipe with { GlobalBatchSequences = 2048 }, more).Bytes >= memory.Bytes
                    && Activations(shape, recipe, full) <= Activations(shape, recipe, strategy)
                    && Activations(shape, recipe, strategy) <= Activations(shape, recipe, none)
                    && States(shape, recipe, strategy with { ZeroStage = 1 }) <= States(shape, recipe, strategy with { ZeroStage = 0 })
                    && States(shape, recipe, strategy with { ZeroStage = 2 }) <= States(shape, recipe, strategy with { ZeroStage = 1 });
            }
        );

    private static StepMemory Memory(Architecture shape, Recipe recipe, Strategy strategy) =>
        StepModel.Estimate(shape, Machines.A100, Machines.FusedStack, recipe, strategy).Memory;

    private static double Activations(Architecture shape, Recipe recipe, Strategy strategy) =>
        Memory(shape, recipe, strategy).Parts.Single(part => part.Key == "activations").Amount;

    private static double States(Architecture shape, Recipe recipe, Strategy strategy) =>
        Memory(shape, recipe, strategy)
            .Parts.Where(part => part.Key is "weights" or "gradients" or "optimizerStates" or "gradientCopy")
            .Sum(part => part.Amount);
}
