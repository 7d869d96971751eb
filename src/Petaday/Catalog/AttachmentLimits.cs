namespace Petaday.Catalog;

/// <summary>How much may be sent along with a question.</summary>
/// <param name="MostFiles">Files.</param>
/// <param name="MostBytesEach">Bytes of one of them.</param>
/// <param name="MostBytes">Bytes of all of them.</param>
public sealed record AttachmentLimits(int MostFiles = 16, int MostBytesEach = 2 << 20, int MostBytes = 4 << 20);
