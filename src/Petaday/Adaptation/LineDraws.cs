using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>
/// Works a tree of lines out anew from drawn inputs. An input with an interval is drawn so that its middle is its value and nine in ten draws lie inside; draws of one input are the same
/// wherever it stands, also in another tree: a stream of random numbers belongs to an input's key.
/// </summary>
internal sealed class LineDraws
{
    private const double Ninety = 1.6448536269514722;
    private readonly List<Line> nodes = [];
    private readonly List<int[]> parts = [];
    private readonly Dictionary<Line, int> index = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes a line and all below it, each thing once; gives its place.</summary>
    public int Add(Line line)
    {
        if (index.TryGetValue(line, out int known))
        {
            return known;
        }

        int[] below = [.. line.Parts.Select(Add)];
        nodes.Add(line);
        parts.Add(below);
        return index[line] = nodes.Count - 1;
    }

    /// <summary>Values of the lines at <paramref name="places"/> for every draw: one array a place.</summary>
    public double[][] Draw(int[] places, int count, ulong seed)
    {
        double[]?[] normals =
        [
            .. nodes.Select(line => line.Interval is null || line.Parts.Length > 0 ? null : Normals(Name(line), count, seed)),
        ];
        double[] values = new double[nodes.Count];
        double[][] results = [.. places.Select(_ => new double[count])];
        double[] buffer = new double[parts.Max(static below => below.Length)];
        for (int draw = 0; draw < count; draw++)
        {
            for (int node = 0; node < values.Length; node++)
            {
                values[node] = Value(node, normals[node] is { } own ? own[draw] : 0, values, buffer);
            }

            for (int place = 0; place < places.Length; place++)
            {
                results[place][draw] = values[places[place]];
            }
        }

        return results;
    }

    /// <summary>Uniform numbers of a stream.</summary>
    public static double[] Uniforms(string name, int count, ulong seed)
    {
        var random = new Stream(seed ^ Hash(name));
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.Next();
        }

        return numbers;
    }

    private double Value(int node, double normal, double[] values, double[] buffer)
    {
        Line line = nodes[node];
        int[] below = parts[node];
        double sum = 0;
        double product = 1;
        for (int i = 0; i < below.Length; i++)
        {
            buffer[i] = values[below[i]];
            sum += buffer[i];
            product *= buffer[i];
        }

        return line.Combination switch
        {
            Combination.Sum => sum,
            Combination.Product => product,
            Combination.Computed => line.Compute!(buffer.AsSpan(0, below.Length)),
            _ => Drawn(line, normal),
        };
    }

    /// <summary>About the value as the middle, in proportion to it; towards a bound of zero, in amount.</summary>
    private static double Drawn(Line line, double normal)
    {
        double value = line.Value ?? double.NaN;
        if (line.Interval is not { } interval || normal == 0)
        {
            return value;
        }

        double bound = normal > 0 ? interval.High : interval.Low;
        double share = Math.Abs(normal) / Ninety;
        return bound > 0 && value > 0 ? value * Math.Pow(bound / value, share) : Math.Max(0, value + ((bound - value) * share));
    }

    private static string Name(Line line) => line.Input ?? line.Key + "|" + line.Name;

    // Box-Muller: two uniform numbers a normal one.
    private static double[] Normals(string name, int count, ulong seed)
    {
        double[] uniform = Uniforms(name, 2 * count, seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = Math.Sqrt(-2 * Math.Log(1 - uniform[2 * i])) * Math.Cos(2 * Math.PI * uniform[(2 * i) + 1]);
        }

        return numbers;
    }

    // FNV-1a, so that a stream does not depend on the run.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere.</summary>
    private sealed class Stream(ulong seed)
    {
        private ulong state = seed;

        public double Next()
        {
            state += 0x9E3779B97F4A7C15;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
