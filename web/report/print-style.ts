/** How the report prints on A4: pages numbered, headings kept with what follows, rows whole, table heads repeated. */
export const printStyle = `
@page{size:A4;margin:17mm 15mm 19mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt system-ui,sans-serif;color:#526067}}
@page fictional{@top-right{content:"FICTIONAL";font:600 8pt system-ui,sans-serif;letter-spacing:.1em;color:#1b2427}}
@media print{
html{font-size:9.25pt;line-height:1.45}
body{max-width:none;padding:0}
body.fictional{page:fictional}
.skip,.contents{display:none}
a{color:inherit;text-decoration:none}
h1{font-size:26pt}
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
.heat-map{max-width:150mm}
.bar,.rating svg,.band-tag,.chart svg,.coverage,footer{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
