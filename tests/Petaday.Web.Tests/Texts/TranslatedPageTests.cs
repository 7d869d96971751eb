using Petaday.Catalog;

namespace Petaday.Web.Tests.Texts;

/// <summary>Nothing that a page says is left in English, but what is so by intent.</summary>
public sealed class TranslatedPageTests(Served served) : IClassFixture<Served>
{
    private static readonly EnglishByIntent Kept = new(Library.OpenShipped());

    public static TheoryData<string> Pages =>
        [
            "/",
            "/plan?model=llama-3.1-70b&system=dgx-h100&devices=1024",
            "/plan?model=llama-3.1-70b&system=dgx-h100&devices=64,128&ask=plan",
            "/plan?example=gpt3-175b-a100",
            "/plan?example=llama-3.1-405b",
            "/plan?example=deepseek-v3",
            "/plan?example=olmo-2-7b",
            "/plan?example=llama-3.1-70b-h100",
            "/plan?example=one-gpu-7b-lora",
            "/plan?example=gemma-2-9b-tpu",
            "/plan?example=published/korthikanti-22b",
            "/plan?example=published/narayanan-1t",
            "/plan?model=llama-3.1-405b&system=dgx-h100&devices=8",
            "/plan?model=llama-3.1-7b",
            "/plan?model=llama-3.1-8b&system=dgx-h100&devices=0&budget=foo&deadline=-3",
            "/plan?model=llama-3.1-8b&system=dgx-h100&devices=7.5&recipe.precision=fp7&stack=megatro",
            "/plan?model=llama-3.1-70b&system=dgx-h100&devices=64&budget=1 kUSD&deadline=1 d&ask=plan",
            "/plan?non-sense=1&model=llama-3.1-8b",
            "/compare?model=llama-3.1-8b&system=dgx-a100-80gb,dgx-h100&devices=64",
            "/explain?example=llama-3.1-70b-h100&key=step.seconds",
            "/explain?example=llama-3.1-70b-h100&key=memory.bytesPerDevice",
            "/explain?example=llama-3.1-70b-h100&key=run.days",
            "/explain?example=llama-3.1-70b-h100&key=carbon.operationalTonnes",
            "/explain?example=llama-3.1-70b-h100&key=cost.total",
            "/explain?example=llama-3.1-70b-h100&key=nothing",
            "/cost?draws=200&example=what-could-go-wrong",
            "/cost?example=projects/gpt3-175b",
            "/cost?example=projects/opt-175b",
            "/cost?example=projects/llama-3.1-405b",
            "/cost?model=llama-3.1-8b&draws=1",
            "/decide?example=decisions/student",
            "/decide?example=decisions/start-up",
            "/decide?example=decisions/hospital",
            "/site",
            "/site?example=sites/by-the-hour",
            "/site?example=sites/time-of-use-energy",
            "/site?example=sites/train-here-serve-there",
            "/site?siting.minimize=wrong&example=sites/h100-100-days",
            "/levers?model=llama-2-7b&system=dgx-a100-80gb&devices=8&tokens=10B&tensor=1&data=8&levers=sequence-packing,one-year",
            "/outlook",
            "/serving",
            "/serving?example=serving/start-up-8b",
            "/serving?example=serving/deepseek-v3-day",
            "/catalog",
            "/catalog/accelerators",
            "/validation?accelerator=h100-sxm-80gb",
            "/api",
            "/nothing",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_is_left_in_English(string path)
    {
        var (_, html, _) = await served.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=zh-Hans");
        var texts = RenderedText.Of(html).Distinct().ToList();
        texts.Count.ShouldBeGreaterThan(15);
        texts.Where(text => Kept.Left(text).Any()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("What a new note of the library says: nobody has put it into Chinese")]
    [InlineData("显存 of the fullest device")]
    [InlineData("straggling")]
    public void A_text_without_translation_is_noticed(string text) => Kept.Left(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("llama-3.1-70b，1,024 × h100-sxm-80gb（dgx-h100）")]
    [InlineData("recipe.precision：未知的值 'fp7'；是否指 'fp8'？")]
    [InlineData("[厂商] Epoch AI, training-cost-trends, Chip dataset (commit 263c40a), 2025-03-17")]
    [InlineData("90%：1.09 小时至 3.4 小时")]
    public void What_stays_by_intent_is_not(string text) => Kept.Left(text).ShouldBeEmpty();
}
