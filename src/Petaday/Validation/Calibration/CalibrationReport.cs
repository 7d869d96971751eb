using System.Collections.Immutable;
using Petaday.Hardware;

namespace Petaday.Validation.Calibration;

/// <summary>A fit of parameters to a runs file, with what it rests on and how well it does.</summary>
/// <param name="Parameters">Each fitted parameter with value, prior, 90 % range, runs and sources.</param>
/// <param name="Rows">Rows of the file that could take part: scored, with a time or a throughput.</param>
/// <param name="Runs">Those that were mapped and fitted to.</param>
/// <param name="Skipped">Why the others were not, the commonest reason first.</param>
/// <param name="Before">Errors of all runs with the parameters that the fit started from; null without runs.</param>
/// <param name="After">With those that it found.</param>
/// <param name="BySource">The same by source.</param>
/// <param name="LeftOut">Errors of all where each source was predicted by a fit to the others; null where not asked for.</param>
/// <param name="LeftOutBySource">The same by source; empty where not asked for.</param>
/// <param name="Memory">The fit of memory; its parameters are among the others.</param>
public sealed record CalibrationReport(
    ImmutableArray<ParameterRow> Parameters,
    int Rows,
    int Runs,
    ImmutableArray<KeyValuePair<string, int>> Skipped,
    SourceErrors? Before,
    SourceErrors? After,
    ImmutableArray<SourceErrors> BySource,
    SourceErrors? LeftOut,
    ImmutableArray<SourceErrors> LeftOutBySource,
    MemoryFit Memory
);
