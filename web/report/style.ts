import { printStyle } from './print-style.ts';

/*
 * One accent (a deep teal); the ratings and risk bands have colours of their own, always next to a word.
 * Text has at least 4.5:1 on its ground, drawings 3:1 (WCAG 2.2 1.4.3, 1.4.11).
 */
const screenStyle = `
:root{color-scheme:light;--ink:#1b2427;--soft:#526067;--line:#d3dadc;--ground:#f4f7f7;--accent:#0c5a63;--tint:#dcebec;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
*{box-sizing:border-box}
html{font:100%/1.55 var(--sans);color:var(--ink);background:#fff;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:68rem;padding:2rem clamp(1rem,4vw,3rem) 4rem}
p{margin:.5rem 0;max-width:44rem}
a{color:var(--accent);text-decoration:underline;text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:#fff;z-index:1}
.skip:focus{left:1rem;top:1rem}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2rem,5vw,3.25rem);margin:.25rem 0 .5rem;letter-spacing:-.015em}
h2{font-size:1.65rem;margin:0 0 1rem;letter-spacing:-.01em}
h3{font-size:1.2rem;margin:2.25rem 0 .75rem}
h4{font-size:1rem;margin:1.75rem 0 .25rem;line-height:1.4;max-width:44rem}
section,footer{margin-top:3.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
#page-one>h2{margin-bottom:.35rem}
#page-one{border-top:0;padding-top:0;margin-top:1.5rem}
.block{margin-top:1rem}
.asked{margin:.9rem 0 .25rem}
.asked>strong:first-child{font-family:var(--serif);font-weight:600}
.block h3{margin:0 0 .35rem}
.block p,.block li{max-width:56rem}
.lines{margin:.25rem 0;padding-left:1.1rem}
.lines li{margin:.3rem 0}
.rated-list{list-style:none;padding:0}
h2+.table{margin-top:.5rem}
.annex{margin-top:3.5rem;padding-top:1.5rem;border-top:3px solid var(--accent)}
.lead,.said{margin:.15rem 0}
.said{padding-left:1.3rem;font-size:.95rem}
.strip{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
#headline{border-top:0;padding-top:0;margin-top:2rem}
#headline h2{font:600 .8rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--accent)}
.headline p{font:1.25rem/1.5 var(--serif);margin:.6rem 0}
.cover{padding-bottom:1.5rem;border-bottom:3px solid var(--accent)}
.council{margin:1.5rem 0 0;font-weight:600;color:var(--accent)}
.phase{display:block;font-size:.55em;font-weight:400;letter-spacing:0;color:var(--soft);margin-top:.25rem}
.month{font:1.35rem/1.4 var(--serif);margin:0}
.standing{color:var(--soft)}
.banner{max-width:none;margin:0;padding:.75rem 1rem;border:2px solid var(--ink);background:#fff}
.banner strong{letter-spacing:.1em;margin-right:.5rem}
.note{border-left:4px solid var(--accent);padding:.4rem 0 .4rem .9rem}
.aside,.none,.source,.under{color:var(--soft)}
.aside,.source,.under,.small{font-size:.875rem}
.none{font-style:italic}
.under,.source{display:block;margin-top:.15rem}
.quoted::before{content:"\\201C"}.quoted::after{content:"\\201D"}
.coverage{padding:.75rem 1rem;background:var(--ground);max-width:none}
.conflict{display:block;margin-top:.35rem;padding-left:.6rem;border-left:3px solid #8f2d1f;font-size:.875rem;text-align:left;min-width:12rem}
.conflict strong{color:#8f2d1f}
.contents{margin-top:2rem}
.contents ul{list-style:none;margin:0;padding:0;columns:15rem;column-gap:2rem}
.contents li{padding:.2rem 0}
.contents a{display:inline-block;min-height:1.5rem}
.table{margin:1.5rem 0}
.wide,.chart{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.925rem;line-height:1.45}
caption{caption-side:top;text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{padding:.5rem .9rem .5rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:break-word}
td{overflow-wrap:anywhere}

thead th{font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1.5px solid var(--ink);vertical-align:bottom;line-height:1.3}
tbody th{font-weight:600}
th .aside,th .under{font-weight:400}
td p{margin:0}
td p+p{margin-top:.35rem}
table th:last-child,table td:last-child{padding-right:0}
.figures{text-align:right;font-variant-numeric:tabular-nums lining-nums}
td.figures,th.figures{padding-left:.5rem;padding-right:1.25rem}
.money{white-space:nowrap}
.plain{list-style:none;margin:0;padding:0}
.plain li+li{margin-top:.4rem}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 3rem;align-items:start}
.pairs .none{margin:1.5rem 0}
.share{display:flex;align-items:center;gap:.6rem;font-variant-numeric:tabular-nums}
.bar{width:5.5rem;height:.5rem;flex:none}
.bar-ground{fill:#e6eced}
.bar-fill{fill:var(--accent)}
.tally{display:flex;flex-wrap:wrap;gap:1.25rem 2.75rem;margin:1.25rem 0}
.tally div{display:flex;flex-direction:column-reverse;justify-content:flex-end;max-width:11rem}
.tally dd{margin:0;font:2.2rem/1.1 var(--serif);font-variant-numeric:lining-nums}
.tally dt{font-size:.875rem;color:var(--soft);line-height:1.35}
.flow-line{display:flex;flex-wrap:wrap;align-items:baseline;gap:.5rem 1.1rem;max-width:none;margin:1.25rem 0}
.flow-line .term{display:inline-flex;flex-direction:column}
.flow-line .value{font:2.5rem/1.1 var(--serif);font-variant-numeric:lining-nums}
.flow-line .label{font-size:.875rem;color:var(--soft)}
.flow-line .sign{font:2rem/1 var(--serif);color:var(--accent)}
.rated{display:block;white-space:nowrap}
.rated .aside{display:inline-block;min-width:5.2rem}
.rating{display:inline-flex;align-items:center;gap:.35rem;white-space:nowrap;font-weight:600}
.rating svg{width:.95rem;height:.95rem;flex:none}
.green svg{fill:#23733f}.amber-green svg{fill:#6d7a10}.amber svg{fill:#b86a00}.amber-red svg{fill:#b4481a}.red svg{fill:#ad1f1f}
.in-strip .rating,.lead .rating{vertical-align:bottom}
.not-rated,.out-of-date{font-weight:400;color:var(--soft)}
.out-of-date{white-space:normal}
.hollow{fill:none;stroke:var(--soft);stroke-width:1.5}
.band-tag{display:inline-block;white-space:nowrap;overflow-wrap:normal;padding:0 .4rem;font-weight:600;border:1px solid transparent}
.band-tag.low{background:#e3efe6;border-color:#5b8769}.band-tag.medium{background:#fbeccb;border-color:#a3781a}.band-tag.high{background:#f5cfc5;border-color:#ad4a35}
.chart{margin:1.75rem 0}
.chart svg{display:block;width:100%;min-width:46rem;height:auto;font-family:var(--sans)}
.chart text{fill:var(--ink)}
.chart svg.heat-map{width:auto;min-width:0;max-width:none}
.savings-chart,.flow-chart,.months-chart,.slips-chart{max-width:56rem}
.money-picture{margin:.75rem 0}
.chart.money-picture svg{min-width:0;max-width:34rem}
.year{font-size:16px;font-weight:600}
.bar-label,.bar-value,.axis-word{font-size:13.5px}
.bar-value{font-weight:600;font-variant-numeric:tabular-nums}
.chart .tick,.chart .axis-name{font-size:12.5px;fill:var(--soft)}
.rule{stroke:var(--line)}
.grid{stroke:#e8eded}
.required{fill:var(--ink)}.stated{fill:var(--accent)}.open{fill:#fff;stroke:var(--accent);stroke-width:1.5}
.built-up{stroke:var(--accent);stroke-width:1}
.hatch-ground{fill:#fff}.hatch{fill:#4f939a}
.at-risk,.unachievable{stroke:var(--accent);stroke-width:1}.dot,.cross{fill:var(--accent)}
.baseline-mark{fill:#fff;stroke:var(--ink);stroke-width:1.5}.forecast-mark,.actual-mark{fill:var(--accent)}.arrow{stroke:var(--ink);stroke-width:2}.arrow-head{fill:var(--ink)}.slip{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.ranging{fill:none;stroke:var(--accent);stroke-width:1.5;stroke-dasharray:4 3}
.band.low{fill:#eef6f0}.band.medium{fill:#f7dfa6}.band.high{fill:#eab5a5}
.band-word{font-size:12px}
.count{font-size:24px;font-weight:600;font-variant-numeric:lining-nums}
.chart .nobody{font-weight:400;fill:#3f4a4e;font-size:16px}
@media (forced-colors:active){
.chart text,.chart :is(.tick,.axis-name,.nobody),.required,.stated,.hatch,.dot,.cross,.bar-fill,.forecast-mark,.actual-mark,.arrow-head,.rating svg{fill:CanvasText}
.open,.hatch-ground,.band.low,.band.medium,.band.high,.baseline-mark,.bar-ground{fill:Canvas}
.open,.band,.baseline-mark,.bar-ground{stroke:CanvasText}
.built-up,.at-risk,.unachievable,.ranging,.hollow,.rule,.slip,.arrow{stroke:CanvasText}
.grid{stroke:GrayText}
}
.rule-id{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.9em;font-weight:600;color:var(--accent);margin-right:.35rem}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.875em;overflow-wrap:anywhere}
.digests div{margin:.5rem 0}
.digests dt{font-size:.875rem;color:var(--soft)}
.digests dd{margin:0}
footer{background:var(--ground);border-top:3px solid var(--accent);padding:1.5rem clamp(1rem,3vw,2rem)}
@media screen and (min-width:60rem){.wide td:not(.figures){min-width:7.9rem}}
@media screen and (max-width:30rem){.money-picture :is(.bar-label,.bar-value){font-size:16.5px}body{padding-top:1rem}h2{font-size:1.4rem}.flow-line .value{font-size:2rem}td .money{white-space:normal}.conflict{min-width:0}.pairs table{font-size:.825rem}.pairs .figures{padding-left:0}.share{flex-direction:column-reverse;align-items:flex-start;gap:.2rem}.bar{width:3.5rem}.pairs :is(td,th,td.figures,th.figures){padding:.5rem .5rem .5rem 0}}
@media screen and (max-width:44rem){
.table:not(.pairs *) :is(table,caption,tbody,tr,th,td){display:block}
.table:not(.pairs *) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.table:not(.pairs *) tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
.table:not(.pairs *) :is(th,td){border:0;padding:.15rem 0;min-width:0;text-align:left}
.table:not(.pairs *) td{display:grid;grid-template-columns:minmax(5.5rem,2fr) minmax(0,5fr);gap:.75rem}
.table:not(.pairs *) td::before{content:attr(data-head);content:attr(data-head) / "";font-size:.8rem;color:var(--soft);padding-top:.1rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** The report's whole style: what is between its <style> tags, to the letter, so that its hash can go into a policy. A function, so that a bundle that makes no document is without it. */
export const reportStyle = (): string => `${screenStyle}${printStyle}`;

/** The same for a report within another page, with the headings in the type of the rest: whatever it says holds within the report alone. Rules of whole documents go. */
export const styleWithin = (container: string): string => {
  const within = reportStyle()
    .replaceAll(/@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
    .replaceAll(/(^|[\n{}])(?::root|html)\{/g, '$1&{')
    .replaceAll(/(^|[\n{}])body[^{]*\{[^{}]*\}/g, '$1');
  return `${container}{${within}\n&{--serif:var(--sans)}}`;
};
