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
    private readonly LastUsed<object> results = new(Most);

    /// <summary>The result of a question, worked out where it is not remembered. Whoever asks by way of the <see cref="Desk"/> shares what others are working out.</summary>
    internal T Of<T>(string key, Func<T> work, CancellationToken cancellation)
        where T : class
    {
        if (Find<T>(key) is { } found)
        {
            return found;
        }

        var result = work();
        // What was cut short is no answer to anybody else.
        if (!cancellation.IsCancellationRequested)
        {
            results.Keep(key, result);
        }

        return result;
    }

    /// <summary>How many are remembered.</summary>
    internal int Count => results.Count;

    /// <summary>What is remembered under a key; null where nothing is.</summary>
    internal T? Find<T>(string key)
        where T : class => (T?)results.Find(key);

    /// <summary>The key of a question: each part with its length, so that no two questions can be written alike.</summary>
    /// <param name="operation">Name of what is asked for.</param>
    /// <param name="parameters">Names of its parameters beside the scenario's keys.</param>
    /// <param name="question">What is asked.</param>
    internal static string Key(string operation, IEnumerable<string> parameters, Question question)
    {
        var key = new StringBuilder();
        void Add(string part) => key.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        Add(operation);
        foreach (string parameter in parameters.Order(StringComparer.Ordinal))
        {
            Add(parameter);
            Add(question.Rest.GetValueOrDefault(parameter, ""));
        }

        foreach (var (name, text) in question.Rest.Where(static pair => Column.IsOf(pair.Key)))
        {
            Add(name);
            Add(text);
        }

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
