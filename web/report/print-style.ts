/** How the report prints on A4: pages numbered, headings kept with what follows, rows whole, table heads repeated. */
export const printStyle = `
@page{size:A4;margin:17mm 15mm 19mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt system-ui,sans-serif;color:#526067}}
@page :first{margin:11mm 14mm 14mm}
@page practice{@top-right{content:"PRACTICE";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@page fictional{@top-right{content:"FICTIONAL";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@page draft{@top-right{content:"DRAFT: not published; figures may change";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@page draft-practice{@top-right{content:"DRAFT: not published; figures may change. PRACTICE";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@page draft-fictional{@top-right{content:"DRAFT: not published; figures may change. FICTIONAL";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@media print{
html{font-size:9.25pt;line-height:1.45}
body{max-width:none;padding:0}
body.fictional{page:fictional}
body.practice{page:practice}
body.draft{page:draft}
body.draft.practice{page:draft-practice}
body.draft.fictional{page:draft-fictional}
.skip,.contents{display:none}
a{color:inherit;text-decoration:none}
h1{font-size:20pt;margin:0}
.council{margin:0}
.month{font-size:12pt}
.cover{padding-bottom:2mm}
.cover p{margin:.5mm 0}
.phase{display:inline;margin-left:.4em}
#page-one{margin-top:2mm;padding:0}
#page-one>h2{font-size:12pt;margin:0 0 .3mm}
.block .asked{margin:1.2mm 0 .3mm}
.asked>strong:first-child{font:600 9.5pt/1.26 var(--serif)}
.block:first-child{margin-top:0}
.block{margin-top:0}
.block h3{font-size:10pt;margin:0 0 .3mm}
.block p,.block li,.cover p{max-width:none;line-height:1.26}
.lines,.block p,.block .aside{margin:.3mm 0;font-size:9pt}
.money-picture :is(.bar-label,.bar-value){font-size:17.5px}
.lines{padding-left:4mm}
.lines li{margin:.3mm 0}
.money-picture{margin:1mm 0}
.said{padding:0}
.council,.month,.phase{font-size:10pt}
.short-pack{break-before:page}
.short-pack section{margin-top:4mm;padding-top:2mm}
.short-pack section:first-child{margin-top:0;padding-top:0;border:0}
.short-pack h2{font-size:12pt;margin-bottom:1mm}
.short-pack h3{margin:1mm 0 0;font-size:8.5pt}
.short-pack table{font-size:7.75pt;line-height:1.25}
.short-pack :is(th,td){padding:.6mm 2mm .6mm 0}
.short-pack .table{margin:1mm 0 2mm}
.short-pack .under{margin:0;font-size:7.25pt}
.short-pack .lines{font-size:8pt;line-height:1.3}
.annex{break-before:page}
.annex .contents{display:block}
h2,h3,h4,caption,.coverage{break-after:avoid}
h2{font-size:15pt}
section,footer{margin-top:8mm;padding-top:4mm}
thead{display:table-header-group}
tr,svg,.tally,.flow-line,.coverage,.conflict,.digests div{break-inside:avoid}
table:not(.reviews *,:has(tbody tr:nth-child(9))){break-inside:avoid}
p{orphans:3;widows:3}
.wide,.chart{overflow:visible}
.money{white-space:normal}
.chart svg{min-width:0}
table{font-size:8.25pt}
th,td{padding:1.2mm 2.5mm 1.2mm 0}
thead th{font-size:7.5pt}
.pairs{grid-template-columns:1fr 1fr;gap:0 8mm}
.rated .aside{display:block;min-width:0}
.chart svg.heat-map{width:100%;max-width:150mm}
.bar,.rating svg,.band-tag,.chart svg,.coverage,footer{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
