using System.Globalization;
using System.Text;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>
/// The last results: a view is asked for again by its pictures, its downloads, a reload and the back button. The same question has the same answer, so that nothing here can be
/// out of date.
/// </summary>
public sealed class ResultCache
{
    private const int Most = 64;
    private readonly Dictionary<string, LinkedListNode<(string Key, object Result)>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, object Result)> order = new();
    private readonly Lock gate = new();

    /// <summary>The result of a question, worked out at most once while it is remembered.</summary>
    internal T Of<T>(string operation, Question question, Func<T> work, CancellationToken cancellation)
        where T : class
    {
        string key = Key(operation, question);
        lock (gate)
        {
            if (known.TryGetValue(key, out var node))
            {
                order.Remove(node);
                order.AddFirst(node);
                return (T)node.Value.Result;
            }
        }

        var result = work();
        // What was cut short is no answer to anybody else.
        if (!cancellation.IsCancellationRequested)
        {
            Keep(key, result);
        }

        return result;
    }

    private void Keep(string key, object result)
    {
        lock (gate)
        {
            if (known.ContainsKey(key))
            {
                return;
            }

            known[key] = order.AddFirst((key, result));
            if (order.Count > Most)
            {
                known.Remove(order.Last!.Value.Key);
                order.RemoveLast();
            }
        }
    }

    // Each part with its length, so that no two questions can be written alike.
    private static string Key(string operation, Question question)
    {
        var key = new StringBuilder();
        void Add(string part) => key.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        Add(operation);
        Add(question.Text);
        Add(question.Rest.GetValueOrDefault(Question.ConfigParameter) ?? "");
        foreach (var file in question.Files.All)
        {
            Add(file.Name);
            Add(file.Hash);
        }

        Add("");
        foreach (var flag in question.Flags)
        {
            Add(flag.Path);
            Add(flag.Text);
        }

        return key.ToString();
    }
}
