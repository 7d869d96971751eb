namespace Petaday.Reports;

/// <summary>How a page of <see cref="HtmlPage"/> looks: light, dark, on paper, on a phone.</summary>
internal static class HtmlStyle
{
    /// <summary>
    /// The style sheet. Pictures are drawn for white paper in Okabe and Ito's colours; in the dark their paper, ink and darkest hues are changed here,
    /// so that the picture itself stays one that can be taken out of the page.
    /// </summary>
    public const string Text = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--faint:#57606a;--rule:#d0d7de;--band:#f6f8fa;--bar:#0072b2;--good:#116329;--warning:#8a4600;--bad:#a40e26;--link:#0a5eb5}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#12161b;--ink:#e6e9ed;--faint:#9aa4af;--rule:#333c46;--band:#1a2027;--bar:#4aa8e0;--good:#5fd38a;--warning:#f0a858;--bad:#ff8a94;--link:#79b8ff}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
        h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 .75rem;overflow-wrap:anywhere}
        h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .6rem;padding-top:.4rem;border-top:1px solid var(--rule);overflow-wrap:anywhere}
        h3{font-size:1.05rem;margin:1.5rem 0 .4rem;overflow-wrap:anywhere}
        p,li{max-width:46rem;overflow-wrap:anywhere}
        p{margin:.5rem 0}
        ul,ol{padding-left:1.4rem;margin:.5rem 0}
        li{margin:.2rem 0}
        a{color:var(--link)}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px}
        nav ul{columns:16rem;list-style:none;padding:0;margin:.5rem 0 0;font-size:.92rem}
        .wide{overflow-x:auto;margin:.6rem 0}
        .wide td:not(.number),.wide th:not(.number){min-width:6.5rem;max-width:26rem}
        .wide td:empty{min-width:0}
        table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
        th,td{text-align:left;vertical-align:top;padding:.32rem .75rem .32rem 0;border-bottom:1px solid var(--rule)}
        td:last-child,th:last-child{padding-right:0}
        th{font-weight:600}
        tbody th{font-weight:500}
        thead th{border-bottom:2px solid var(--rule);vertical-align:bottom}
        .number{text-align:right;white-space:nowrap}
        .value{white-space:nowrap;font-weight:600}
        .remark{color:var(--faint)}
        .inner{padding-left:1.1rem;color:var(--faint)}
        .good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}
        .share{width:12rem;min-width:5rem;padding-right:0}
        .share span{display:block;height:.7rem;margin-top:.42rem;background:var(--bar);border-radius:1px}
        pre{background:var(--band);border:1px solid var(--rule);border-radius:4px;padding:.75rem .9rem;overflow-x:auto;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
        .tree,.tree ul{list-style:none}
        .tree{padding-left:0}
        .tree ul{padding-left:1rem;border-left:1px solid var(--rule)}
        .tree small{display:block;color:var(--faint);font-size:.85rem}
        .pair{display:flex;flex-wrap:wrap;gap:.5rem 3rem;align-items:flex-start}
        .pair figure{flex:0 1 480px;margin-top:0}
        .pair .share{display:none}
        figure{margin:.9rem 0}
        figure svg{display:block;max-width:100%;height:auto}
        figure.scrolls{overflow-x:auto}
        figure.scrolls svg{min-width:34rem}
        figcaption{color:var(--faint);font-size:.9rem;max-width:46rem;overflow-wrap:anywhere}
        .sources small{color:var(--faint)}
        @media screen and (prefers-color-scheme:dark){
        figure svg rect[fill="#ffffff"]{fill:var(--paper)}
        figure svg text:not([fill]),figure svg text[fill="#000000"]{fill:var(--ink)}
        figure svg text[fill="#555555"]{fill:var(--faint)}
        figure svg [stroke="#e3e3e3"]{stroke:var(--rule)}
        figure svg rect[fill="#eef1f4"]{fill:#222a33}
        figure svg rect[fill="#555555"]{fill:#8b96a2}
        figure svg [stroke="#000000"]{stroke:var(--ink)}
        figure svg [fill="#0072b2"]{fill:#4aa8e0}
        figure svg [stroke="#0072b2"]{stroke:#4aa8e0}
        figure svg [fill="#d55e00"]{fill:#f08a3c}
        figure svg [stroke="#d55e00"]{stroke:#f08a3c}
        figure svg [fill="#009e73"]{fill:#2cc295}
        figure svg [stroke="#009e73"]{stroke:#2cc295}
        }
        @media (max-width:40rem){
        main{padding:1rem .9rem 3rem}
        h1{font-size:1.4rem}
        table.facts,table.facts tbody{display:block}
        table.facts tr{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.4rem 0;border-bottom:1px solid var(--rule)}
        table.facts th,table.facts td{border:0;padding:0;white-space:normal}
        table.facts th{flex:1 1 8rem;max-width:14rem}
        table.facts .value{flex:1 1 8rem;overflow-wrap:anywhere}
        table.facts .inner{padding-left:1rem}
        table.facts .remark{flex:1 1 100%;font-size:.9em}
        table.facts .remark:empty{display:none}
        .share{width:5rem;min-width:3rem}
        }
        @media print{
        :root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--rule:#bbb;--band:#fff}
        nav{display:none}
        body{font-size:10.5pt}
        main{max-width:none;padding:0}
        h2,h3{break-after:avoid}
        tr,figure,pre{break-inside:avoid}
        thead{display:table-header-group}
        .wide,figure.scrolls,pre{overflow:visible}
        pre{white-space:pre-wrap}
        .share span{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        a{color:inherit}
        }
        """;
}
