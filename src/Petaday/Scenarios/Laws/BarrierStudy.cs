using System.Collections.Immutable;

namespace Petaday.Scenarios.Laws;

/// <summary>The barrier law beside the engine, from small models to large ones.</summary>
/// <param name="System">Id of the machines.</param>
/// <param name="Accelerator">Id of their device.</param>
/// <param name="Precision">Number format of the matrix products.</param>
/// <param name="Utilisation">MFU that the law is turned into device-hours with.</param>
/// <param name="Rows">A family after the other, the smallest model first.</param>
public sealed record BarrierStudy(string System, string Accelerator, string Precision, double Utilisation, ImmutableArray<BarrierRow> Rows);
