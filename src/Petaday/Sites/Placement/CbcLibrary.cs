using System.Runtime.InteropServices;

namespace Petaday.Sites.Placement;

/// <summary>CBC's C interface, loaded where it is installed. Functions are looked up by name, so that a machine without it needs nothing.</summary>
internal sealed class CbcLibrary
{
    private static readonly string[] Names =
    [
        "libCbcSolver.so.3",
        "libCbcSolver.so",
        "libCbcSolver.3.dylib",
        "libCbcSolver.dylib",
        "CbcSolver.dll",
    ];

    private readonly nint handle;

    private CbcLibrary(nint handle) => this.handle = handle;

    private delegate nint NewModel();

    private delegate void OfModel(nint model);

    private delegate int NumberOfModel(nint model);

    private delegate double ValueOfModel(nint model);

    private delegate nint ArrayOfModel(nint model);

    private delegate nint TextOf();

    private delegate void SetNumber(nint model, int value);

    private delegate void SetValue(nint model, double value);

    private delegate void LoadProblem(
        nint model,
        int columns,
        int rows,
        int[] starts,
        int[] indices,
        double[] values,
        double[] columnLower,
        double[] columnUpper,
        double[] objective,
        double[] rowLower,
        double[] rowUpper
    );

    /// <summary>CBC's version.</summary>
    public string Version => Marshal.PtrToStringAnsi(Function<TextOf>("Cbc_getVersion")()) ?? "";

    /// <summary>The library; null where it is not installed.</summary>
    public static CbcLibrary? TryOpen()
    {
        foreach (string name in Names)
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                return new CbcLibrary(handle);
            }
        }

        return null;
    }

    /// <summary>Solves a program whose columns are all 0 or 1.</summary>
    public (double[]? Values, bool IsProven, double Bound, long Nodes) Solve(PlacementProgram program, double largestGap)
    {
        nint model = Function<NewModel>("Cbc_newModel")();
        try
        {
            Function<SetNumber>("Cbc_setLogLevel")(model, 0);
            Load(program, model);
            Function<SetValue>("Cbc_setAllowableFractionGap")(model, largestGap);
            Function<SetValue>("Cbc_setAllowableGap")(model, largestGap);
            _ = Function<NumberOfModel>("Cbc_solve")(model);
            bool infeasible = Function<NumberOfModel>("Cbc_isProvenInfeasible")(model) == 1;
            bool optimal = !infeasible && Function<NumberOfModel>("Cbc_isProvenOptimal")(model) == 1;
            double[]? values = infeasible ? null : Solution(program, model);
            return (
                values,
                infeasible || optimal,
                Function<ValueOfModel>("Cbc_getBestPossibleObjValue")(model),
                Function<NumberOfModel>("Cbc_getNodeCount")(model)
            );
        }
        finally
        {
            Function<OfModel>("Cbc_deleteModel")(model);
        }
    }

    private void Load(PlacementProgram program, nint model)
    {
        double[] lower = new double[program.Columns];
        double[] upper = new double[program.Columns];
        Array.Fill(upper, 1);
        Function<LoadProblem>("Cbc_loadProblem")(
            model,
            program.Columns,
            program.RowLower.Count,
            [.. program.Starts],
            [.. program.Rows],
            [.. program.Values],
            lower,
            upper,
            [.. program.Objective],
            [.. program.RowLower],
            [.. program.RowUpper]
        );
        var integer = Function<SetNumber>("Cbc_setInteger");
        for (int column = 0; column < program.Columns; column++)
        {
            integer(model, column);
        }
    }

    private double[]? Solution(PlacementProgram program, nint model)
    {
        nint values = Function<ArrayOfModel>("Cbc_bestSolution")(model);
        if (values == 0)
        {
            return null;
        }

        double[] found = new double[program.Columns];
        Marshal.Copy(values, found, 0, found.Length);
        return found;
    }

    private T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(handle, name));
}
