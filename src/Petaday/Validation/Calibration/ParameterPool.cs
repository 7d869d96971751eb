using MathNet.Numerics.LinearAlgebra;
using Petaday.Hardware;

namespace Petaday.Validation.Calibration;

/// <summary>
/// Parameters of a fit as a vector of logarithms, each held near its parent by its prior's spread, so that what many sources say reaches those that no run has
/// (partial pooling); a root is held near its prior.
/// </summary>
internal sealed class ParameterPool(ParameterSet priors)
{
    /// <summary>A group's figure is held this much more tightly than a member's: one odd member moves itself, not all those that no run has.</summary>
    private const double GroupShare = 0.5;

    private readonly Dictionary<(string Scope, string Id, string Name), int> index = [];
    private readonly List<ParameterRow> rows = [];
    private readonly List<int> parents = [];

    /// <summary>Parameters in the vector.</summary>
    public int Count => rows.Count;

    /// <summary>The prior of each, in the vector's order.</summary>
    public IReadOnlyList<ParameterRow> Rows => rows;

    /// <summary>Index of each one's parent; -1 for a root.</summary>
    public IReadOnlyList<int> Parents => parents;

    /// <summary>Index of the parameter <paramref name="name"/> of the first of <paramref name="ids"/>, with those of the broader ids above it.</summary>
    public int Add(string scope, string name, params ReadOnlySpan<string> ids) => Add(scope, name, ids, isGroup: false);

    /// <summary>
    /// How far a parameter is from where its prior would have it: a root from its prior, any other from its parent, shifted by as much as its own prior differs
    /// from its parent's.
    /// </summary>
    private double Away(ReadOnlySpan<double> parameters, int i)
    {
        double own = parameters[i] - Math.Log(rows[i].Prior);
        return parents[i] < 0 ? own : own - (parameters[parents[i]] - Math.Log(rows[parents[i]].Prior));
    }

    /// <summary>A cost with the squares of all that parameters are away from where they are held added to it.</summary>
    public double Held(double cost, ReadOnlySpan<double> parameters)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            double away = Away(parameters, i) / rows[i].Spread;
            cost += away * away;
        }

        return cost;
    }

    /// <summary>Adds to the normal equations what holds each parameter near its prior or parent.</summary>
    public void Hold(Matrix<double> normal, Vector<double> gradient, ReadOnlySpan<double> parameters)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            double precision = 1 / (rows[i].Spread * rows[i].Spread);
            double pull = precision * Away(parameters, i);
            normal[i, i] += precision;
            gradient[i] += pull;
            if (parents[i] is >= 0 and int parent)
            {
                normal[parent, parent] += precision;
                normal[i, parent] -= precision;
                normal[parent, i] -= precision;
                gradient[parent] -= pull;
            }
        }
    }

    private int Add(string scope, string name, ReadOnlySpan<string> ids, bool isGroup)
    {
        if (index.TryGetValue((scope, ids[0], name), out int known))
        {
            return known;
        }

        int parent = ids.Length > 1 ? Add(scope, name, ids[1..], isGroup: true) : -1;
        ParameterRow prior = Prior(scope, ids, name);
        index[(scope, ids[0], name)] = rows.Count;
        rows.Add(prior with { Id = ids[0], Spread = isGroup ? prior.Spread * GroupShare : prior.Spread });
        parents.Add(parent);
        return rows.Count - 1;
    }

    private ParameterRow Prior(string scope, ReadOnlySpan<string> ids, string name)
    {
        foreach (string id in ids)
        {
            foreach (ParameterRow row in priors.Rows)
            {
                if (row.Scope == scope && row.Name == name && row.Id == id)
                {
                    return row;
                }
            }
        }

        throw new KeyNotFoundException($"catalog/parameters has no {scope} prior '{name}'");
    }
}
