namespace Petaday.Reports;

/// <summary>A label of a map: its box in pixels.</summary>
/// <param name="Left">Of the box.</param>
/// <param name="Top">Of the box.</param>
/// <param name="Width">Of the box.</param>
/// <param name="Height">Of the box.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct MapLabel(double Left, double Top, double Width, double Height, string Text)
{
    /// <summary>Whether two boxes share any point.</summary>
    public bool Meets(MapLabel other) =>
        Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;
}
