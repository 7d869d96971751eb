namespace Petaday.Web.Operations;

/// <summary>Too many wait for a turn already: 429.</summary>
public sealed class TurnsTakenException : Exception
{
    /// <summary>Says so.</summary>
    public TurnsTakenException()
        : base("too many ask at once") { }

    /// <summary>Says something else.</summary>
    public TurnsTakenException(string message)
        : base(message) { }

    /// <summary>Says what it comes of.</summary>
    public TurnsTakenException(string message, Exception inner)
        : base(message, inner) { }
}
