namespace Petaday.Explanations;

/// <summary>How a line's value comes from its parts.</summary>
public enum Combination
{
    /// <summary>It has no parts: an input.</summary>
    Leaf,

    /// <summary>The parts, added in their order, are exactly the value.</summary>
    Sum,

    /// <summary>The parts, multiplied in their order, are exactly the value.</summary>
    Product,

    /// <summary><see cref="Line.Compute"/> of the parts, in their order, is exactly the value.</summary>
    Computed,

    /// <summary>As <see cref="Line.Formula"/> says.</summary>
    Other,
}
