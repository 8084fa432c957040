import type { CourseDrawing } from '../charts/course-drawing';
import type { Block, Figure, Headline, Report, ReportTable } from './report';

/** The words of a file that stand in no report. */
export interface FileWords {
  /** The language they are in. */
  readonly language: string;
  /** What kind of report it is. */
  readonly kind: string;
  readonly madeFrom: string;
  readonly leftOut: string;
}

/** A report as one HTML file that needs nothing else: no script, nothing from elsewhere, its charts drawn in it. */
export function reportFile(report: Report, words: FileWords): string {
  const title = `${words.kind}: ${report.title}`;
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(report.subtitle)}</p>
${report.notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`).join('\n')}
</header>
${report.sections
  .map(
    ({ id, title: heading, blocks }) =>
      `<section id="${escaped(id)}">\n<h2>${escaped(heading)}</h2>\n${blocks.map(blockAsHtml).join('\n')}\n</section>`,
  )
  .join('\n')}
<footer>
${report.leftOut.length === 0 ? '' : `<h2>${escaped(words.leftOut)}</h2>\n${report.leftOut.map((text) => `<p>${escaped(text)}</p>`).join('\n')}`}
<h2>${escaped(words.madeFrom)}</h2>
${figuresAsHtml(report.madeFrom)}
</footer>
</main>
</body>
</html>
`;
}

function blockAsHtml(block: Block): string {
  switch (block.is) {
    case 'headline':
      return headlineAsHtml(block.headline);
    case 'figures':
      return figuresAsHtml(block.figures);
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'table':
      return tableAsHtml(block.table);
    case 'course':
      return `<p>${escaped(block.summary)}</p>\n${courseAsSvg(block.drawing, block.summary)}`;
  }
}

function headlineAsHtml({ score, level, low, high, at, bounds }: Headline): string {
  const bar = `<svg viewBox="0 0 100 8" class="bar" preserveAspectRatio="none" role="img" aria-label="${escaped(bounds)}"><rect x="0" y="3" width="100" height="2" class="rule"/><rect x="${low}" y="1" width="${Math.max(high - low, 0.6)}" height="6" class="band"/>${at === null ? '' : `<rect x="${at - 0.4}" y="0" width="0.8" height="8" class="mark"/>`}</svg>`;
  return `<p class="headline"><strong>${escaped(score)}</strong>${level === null ? '' : ` ${escaped(level)}`}</p>\n${bar}\n<p>${escaped(bounds)}</p>`;
}

function figuresAsHtml(figures: readonly Figure[]): string {
  const rows = figures.map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<dl>${rows.join('')}</dl>`;
}

function tableAsHtml({ label, columns, words, rows }: ReportTable): string {
  const kind = (index: number): string => (index < words ? '' : ' class="number"');
  const head = columns.map((column, index) => `<th scope="col"${kind(index)}>${escaped(column)}</th>`).join('');
  const body = rows.map(
    ({ cells }) =>
      `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td${kind(index)}>${escaped(cell)}</td>`)).join('')}</tr>`,
  );
  return `<table><caption>${escaped(label)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** A course as SVG that bears no style of its own. */
function courseAsSvg(drawing: CourseDrawing, summary: string): string {
  const { width, height, left, bottom, band, line, end, years, scale, breaks } = drawing;
  return [
    `<svg viewBox="0 0 ${width} ${height}" class="course" role="img" aria-label="${escaped(summary)}">`,
    ...scale.map(
      ({ y, label }) =>
        `<path d="M${left} ${y}H${width}" class="rule"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${label}</text>`,
    ),
    ...years.map(({ x, label }) => `<text x="${x}" y="${height - 4}" text-anchor="middle">${escaped(label)}</text>`),
    `<path d="${band}" class="band"/><path d="${line}" class="line"/>`,
    ...breaks.map(
      ({ x, factorSet }) =>
        `<path d="M${x} 0V${height - bottom}" class="break"><title>${escaped(factorSet)}</title></path>`,
    ),
    end === null ? '' : `<circle cx="${end.x}" cy="${end.y}" r="3" class="mark"/>`,
    '</svg>',
  ].join('');
}

/** As HTML and its attributes take it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const STYLE = `
@page { size: A4; margin: 14mm; }
body { margin: 0; background: #fff; color: #16191c; font: 14px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
p { margin: .3rem 0; } .notice { font-weight: 600; }
.headline strong { font-size: 2.6rem; line-height: 1; }
svg { display: block; width: 100%; height: auto; } .bar { height: 14px; }
.rule { fill: #c9ced3; stroke: #dde1e4; } .bar .rule { stroke: none; } .band { fill: #12696a; opacity: .25; }
.line { fill: none; stroke: #12696a; stroke-width: 2; } .mark { fill: #12696a; } .break { stroke: #59616a; stroke-dasharray: 4 3; }
svg text { font-size: 11px; fill: #59616a; }
dl { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin: .4rem 0; } dt { font-size: .8rem; color: #59616a; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; } caption { text-align: left; color: #59616a; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #dde1e4; font-weight: normal; }
thead th { font-weight: 600; } .number { text-align: right; white-space: nowrap; } tr { break-inside: avoid; }
footer { border-top: 2px solid #16191c; margin-top: 1.5rem; font-size: .85rem; }
`;
