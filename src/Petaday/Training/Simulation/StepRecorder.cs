using System.Collections.Immutable;

namespace Petaday.Training.Simulation;

/// <summary>Writes a step's events down as a pipeline runs, and weaves data-parallel traffic in.</summary>
internal sealed class StepRecorder : IPassObserver
{
    private readonly StepDevices devices;
    private readonly DataStreams data;
    private readonly List<TimelineEvent>? events;
    private readonly bool[][] begun;
    private readonly int[][] gradients;
    private readonly double[] passesEnd;
    private readonly double[] dataFree;
    private readonly double[] forwardTraffic;
    private readonly double[] backwardTraffic;

    /// <summary>A recorder of a step.</summary>
    /// <param name="devices">Its devices.</param>
    /// <param name="data">Its data-parallel traffic.</param>
    /// <param name="keepsEvents">Whether events are kept: when a step ends is known without them.</param>
    public StepRecorder(StepDevices devices, DataStreams data, bool keepsEvents)
    {
        events = keepsEvents ? [] : null;
        this.devices = devices;
        this.data = data;
        var count = devices.Count;
        var places = devices.PartsPerDevice;
        begun = [.. Enumerable.Range(0, count).Select(_ => new bool[places])];
        gradients = [.. Enumerable.Range(0, count).Select(_ => new int[places])];
        passesEnd = new double[count];
        dataFree = new double[count];
        forwardTraffic = [.. Enumerable.Range(0, devices.PartCount).Select(part => devices.Part(part).Forward.Traffic)];
        backwardTraffic = [.. Enumerable.Range(0, devices.PartCount).Select(part => devices.Part(part).Backward.Traffic)];
    }

    /// <summary>Adds an event, unless it takes no time.</summary>
    public void Add(TimelineEvent one)
    {
        if (one.End > one.Start)
        {
            events?.Add(one);
        }
    }

    /// <summary>All events, in a fixed order.</summary>
    public ImmutableArray<TimelineEvent> Events() =>
        [.. (events ?? []).OrderBy(one => one.Stage).ThenBy(one => one.Stream).ThenBy(one => one.Start).ThenBy(one => one.End)];

    /// <inheritdoc />
    public double Place(int device, StageOperation operation, double start, double seconds)
    {
        var place = PartPlaces.On(devices, device, operation.Part);
        var (from, to) = operation.Kind switch
        {
            OperationKind.Forward => Forward(device, place, start, seconds),
            OperationKind.InputGradient => (start, start + seconds),
            _ => (start, start + Gradient(device, place, start, seconds)),
        };
        if (events is not null)
        {
            Record(device, operation, place, from, to);
        }

        passesEnd[device] = to;
        return to;
    }

    /// <inheritdoc />
    public void Sent(int device, StageOperation operation, double start, double end)
    {
        if (events is null)
        {
            return;
        }

        var stream = operation.Kind == OperationKind.Forward ? TimelineStream.SendForward : TimelineStream.SendBackward;
        Add(
            new TimelineEvent(
                device,
                stream,
                TimelineKind.Send,
                operation.MicroBatch,
                PartPlaces.On(devices, device, operation.Part),
                start,
                end
            )
        );
    }

    /// <summary>Ends the step after its passes: gradients arrive everywhere, then every device updates. Returns when the last is done.</summary>
    public double Close(double passes)
    {
        var ready = passes;
        for (var device = 0; device < passesEnd.Length; device++)
        {
            ready = Math.Max(ready, Reduced(device));
        }

        var end = ready;
        for (var device = 0; device < passesEnd.Length; device++)
        {
            var updated = ready + OptimizerModel.Seconds(devices.Context, devices.Profile(device));
            var gathered = updated + data.LateGather(device);
            Add(new TimelineEvent(device, TimelineStream.Compute, TimelineKind.Optimizer, -1, 0, ready, updated));
            Add(new TimelineEvent(device, TimelineStream.Data, TimelineKind.Gather, -1, 0, updated, gathered));
            end = Math.Max(end, gathered);
        }

        return end;
    }

    private double Reduced(int device)
    {
        if (data.Reduce(device) <= 0)
        {
            return passesEnd[device];
        }

        var start = Math.Max(dataFree[device], passesEnd[device]);
        var end = data.ReducesEarly
            ? Math.Max(dataFree[device], passesEnd[device] + data.ReduceAfter(device))
            : start + data.Reduce(device);
        Add(new TimelineEvent(device, TimelineStream.Data, TimelineKind.Reduce, -1, 0, start, end));
        return end;
    }

    private (double From, double To) Forward(int device, int place, double start, double seconds)
    {
        if (begun[device][place])
        {
            return (start, start + seconds);
        }

        var first = !begun[device].Contains(true);
        begun[device][place] = true;
        if (!data.GathersEarly)
        {
            var from = first ? Math.Max(start, data.FirstGather(device)) : start;
            return (from, from + seconds);
        }

        var gather = data.Gather(device, place);
        var gathering = dataFree[device];
        dataFree[device] = gathering + gather;
        Add(new TimelineEvent(device, TimelineStream.Data, TimelineKind.Gather, -1, place, gathering, dataFree[device]));
        var begin = Math.Max(start, gathering + (gather * data.Exposed));
        var beside = Math.Max(0, Math.Min(begin + seconds, dataFree[device]) - begin);
        return (begin, Math.Max(begin + seconds, dataFree[device]) + (beside * data.Contention));
    }

    /// <summary>Seconds of a pass that makes weight gradients; after the last of a part they start to travel.</summary>
    private double Gradient(int device, int place, double start, double seconds)
    {
        if (++gradients[device][place] < PartPlaces.MicroBatches(devices) || !data.ReducesEarly)
        {
            return seconds;
        }

        var reduce = data.Reduce(device, place);
        var lost = data.Contention * Math.Max(0, Math.Min(seconds, reduce * (1 - data.Exposed)));
        var from = Math.Max(start, dataFree[device]);
        dataFree[device] = from + reduce;
        Add(new TimelineEvent(device, TimelineStream.Data, TimelineKind.Reduce, -1, place, from, dataFree[device]));
        return seconds + lost;
    }

    private void Record(int device, StageOperation operation, int place, double start, double end)
    {
        var times = devices.Times[operation.Part];
        var again = operation.Kind is OperationKind.Backward or OperationKind.InputGradient ? Math.Min(times.Recompute, end - start) : 0;
        var (kind, traffic) = operation.Kind switch
        {
            OperationKind.Forward => (TimelineKind.Forward, forwardTraffic[operation.Part]),
            OperationKind.WeightGradient => (TimelineKind.WeightGradient, 0),
            _ => (TimelineKind.Backward, backwardTraffic[operation.Part]),
        };
        Add(new TimelineEvent(device, TimelineStream.Compute, TimelineKind.Recompute, operation.MicroBatch, place, start, start + again));
        Add(
            new TimelineEvent(device, TimelineStream.Compute, kind, operation.MicroBatch, place, start + again, end)
            {
                TrafficSeconds = traffic,
            }
        );
    }
}
