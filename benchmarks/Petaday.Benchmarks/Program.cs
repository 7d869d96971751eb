using System.Globalization;
using BenchmarkDotNet.Running;
using Petaday.Benchmarks;

// "searches 5" prints the table of large searches, the best of 5 runs of each; "searches 5 all" evaluates every strategy besides.
if (args is ["searches", var times, .. var rest])
{
    SearchTable.Print(int.Parse(times, CultureInfo.InvariantCulture), rest is ["all"]);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Cases).Assembly).Run(args);
