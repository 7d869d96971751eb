using System.Numerics;

namespace Petaday.Explanations.Risk;

/// <summary>The values of a program's slots for a block of draws at once, and the kernels that fill them.</summary>
internal sealed class Lanes(int slots)
{
    /// <summary>Draws in a block.</summary>
    public const int Width = 256;

    private const int MostParts = 64;

    private readonly double[] values = new double[slots * Width];

    /// <summary>The values of a slot, one a draw.</summary>
    public Span<double> this[int slot] => values.AsSpan(slot * Width, Width);

    /// <summary>Works out operations in their order for the first <paramref name="count"/> draws.</summary>
    public void Run(ReadOnlySpan<Operation> operations, int count)
    {
        foreach (var operation in operations)
        {
            switch (operation.Kind)
            {
                case Combination.Sum:
                    Fold<Addition>(operation, 0, count);
                    break;
                case Combination.Product:
                    Fold<Multiplication>(operation, 1, count);
                    break;
                default:
                    Compute(operation, count);
                    break;
            }
        }
    }

    // From the neutral element on and in the parts' order, as Line adds and multiplies: so that the bits are the same.
    private void Fold<T>(Operation operation, double neutral, int count)
        where T : struct, IFold
    {
        var target = this[operation.Target][..count];
        target.Fill(neutral);
        foreach (int part in operation.Parts)
        {
            ReadOnlySpan<double> source = this[part][..count];
            int lane = 0;
            for (; lane <= count - Vector<double>.Count; lane += Vector<double>.Count)
            {
                T.Of(new Vector<double>(target[lane..]), new Vector<double>(source[lane..])).CopyTo(target[lane..]);
            }

            for (; lane < count; lane++)
            {
                target[lane] = T.Of(target[lane], source[lane]);
            }
        }
    }

    private void Compute(Operation operation, int count)
    {
        int length = operation.Parts.Length;
        Span<double> parts = length <= MostParts ? stackalloc double[MostParts] : new double[length];
        parts = parts[..length];
        var compute = operation.Compute!;
        var target = this[operation.Target];
        for (int lane = 0; lane < count; lane++)
        {
            for (int part = 0; part < length; part++)
            {
                parts[part] = values[(operation.Parts[part] * Width) + lane];
            }

            target[lane] = compute(parts);
        }
    }

    private interface IFold
    {
        static abstract Vector<double> Of(Vector<double> left, Vector<double> right);

        static abstract double Of(double left, double right);
    }

    private readonly struct Addition : IFold
    {
        public static Vector<double> Of(Vector<double> left, Vector<double> right) => left + right;

        public static double Of(double left, double right) => left + right;
    }

    private readonly struct Multiplication : IFold
    {
        public static Vector<double> Of(Vector<double> left, Vector<double> right) => left * right;

        public static double Of(double left, double right) => left * right;
    }
}
