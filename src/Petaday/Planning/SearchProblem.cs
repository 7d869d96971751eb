using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What a search spreads over devices, and what it has to do it with.</summary>
/// <param name="Architecture">The model.</param>
/// <param name="System">The machine.</param>
/// <param name="Stack">The training software.</param>
/// <param name="Recipe">Sequence length, global batch, number format.</param>
/// <param name="Devices">Devices, all of which are used.</param>
public sealed record SearchProblem(Architecture Architecture, SystemSpec System, Stack Stack, Recipe Recipe, int Devices);
