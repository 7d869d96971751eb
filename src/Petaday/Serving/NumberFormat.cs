namespace Petaday.Serving;

/// <summary>How an element of weights or of the cache is stored while a model is served.</summary>
public enum NumberFormat
{
    /// <summary>16-bit floats (bf16 or fp16).</summary>
    Bf16,

    /// <summary>8-bit floats.</summary>
    Fp8,

    /// <summary>8-bit integers: storage alone, products run in 16 bits.</summary>
    Int8,

    /// <summary>4-bit integers with a 16-bit scale per 128 values: storage alone, products run in 16 bits.</summary>
    Int4,

    /// <summary>4-bit floats with an 8-bit scale per 16 values (NVFP4).</summary>
    Fp4,
}
