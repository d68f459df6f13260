/** What a paper is made of, as our templates write it. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; runs: Run[] }
  | { kind: 'text'; look: 'body' | 'meta' | 'ink'; runs: Run[] }
  /** Framed together; `points` is the smallest print that the place allows. */
  | { kind: 'notice'; points: number; paragraphs: Run[][] }
  | { kind: 'page' }
  /** Headings and text that stay on one page: nobody signs at the head of an empty one. */
  | { kind: 'together'; blocks: Block[] }
  | { kind: 'facts'; facts: { name: Run[]; value: Run[] }[] }
  | { kind: 'plate'; cells: { name: Run[]; value: Run[] }[] }
  | { kind: 'rows'; rows: { name: Run[]; value: Run[]; isSum: boolean }[] }
  | { kind: 'table'; head: Cell[]; rows: Cell[][]; foot: Cell[][] }
  | { kind: 'days'; days: { on: string; amount: string }[] };

/** `twice`: with the two lines under it that a total has in a ledger. */
export type Run = { text: string; bold: boolean; soft: boolean; twice?: boolean };
export type Cell = { runs: Run[]; under: Run[]; isNumber: boolean };

/** The language that a paper says it is in. */
export function languageOf(html: string): string {
  return /<html lang="(\w+)"/.exec(html)?.[1] ?? 'en';
}

/**
 * Reads the HTML of our own templates (templates/*.eta) into blocks: the same document, from the same bytes, for a
 * renderer that is no browser. It knows the elements that the templates use. Throws on one that it does not know, so that
 * a new template can't lose a sentence on its way to paper.
 */
export function readPaper(html: string): Block[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return blocksOf(treeOf(body));
}

type Element = { name: string; classes: string[]; points: number; children: (Element | string)[] };

function treeOf(html: string): Element {
  const root: Element = { name: 'body', classes: [], points: 0, children: [] };
  const open = [root];
  for (const [token] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1) ?? root;
    if (!token.startsWith('<')) parent.children.push(decoded(token));
    else if (token.startsWith('</')) open.pop();
    else {
      const name = /^<([a-z0-9]+)/.exec(token)?.[1] ?? '';
      const classes = /\sclass="([^"]*)"/.exec(token)?.[1]?.split(' ') ?? [];
      const points = Number(/\sdata-points="(\d+)"/.exec(token)?.[1] ?? 0);
      const element: Element = { name, classes, points, children: [] };
      parent.children.push(element);
      open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('the paper has an element that does not end');
  return root;
}

function blocksOf(element: Element): Block[] {
  return elements(element).flatMap((child): Block[] => {
    const { name, classes } = child;
    if (classes.includes('notice')) return [noticeOf(child)];
    if (classes.includes('new-page')) return [{ kind: 'page' }, ...blocksOf(child)];
    if (classes.includes('sign')) return [{ kind: 'together', blocks: blocksOf(child) }];
    if (name === 'section' || name === 'div') return blocksOf(child);
    if (name === 'h1' || name === 'h2') return [{ kind: 'heading', level: name === 'h1' ? 1 : 2, runs: runsOf(child) }];
    if (name === 'p') {
      const look = classes.includes('meta') ? 'meta' : classes.includes('ink') ? 'ink' : 'body';
      return [{ kind: 'text', look, runs: runsOf(child) }];
    }
    if (name === 'dl') return [listOf(child)];
    if (name === 'table') return [tableOf(child)];
    if (name === 'ol' && classes.includes('days')) return [{ kind: 'days', days: elements(child).map(dayOf) }];
    throw new Error(`the paper has a <${name}>, which a page can not show`);
  });
}

function noticeOf(box: Element): Block {
  const paragraphs = blocksOf(box).map((block) => {
    if (block.kind !== 'text') throw new Error(`the paper has a ${block.kind} in a notice, which a page can not show`);
    return block.runs;
  });
  return { kind: 'notice', points: box.points, paragraphs };
}

function listOf(list: Element): Block {
  const pairs = elements(list).map((div) => {
    const [name, value] = elements(div);
    return {
      name: name === undefined ? [] : runsOf(name),
      value: value === undefined ? [] : runsOf(value),
      isSum: div.classes.includes('sum'),
    };
  });
  if (list.classes.includes('facts')) return { kind: 'facts', facts: pairs };
  return list.classes.includes('plate') ? { kind: 'plate', cells: pairs } : { kind: 'rows', rows: pairs };
}

function tableOf(table: Element): Block {
  const rowsIn = (name: string) =>
    elements(table)
      .filter((part) => part.name === name)
      .flatMap((part) => elements(part).map((row) => elements(row).map(cellOf)));
  return { kind: 'table', head: rowsIn('thead')[0] ?? [], rows: rowsIn('tbody'), foot: rowsIn('tfoot') };
}

function cellOf(cell: Element): Cell {
  const isUnder = (child: Element | string) => typeof child !== 'string' && child.classes.includes('under');
  return {
    runs: runsOf({ ...cell, children: cell.children.filter((child) => !isUnder(child)) }),
    under: runsOf({ ...cell, children: cell.children.filter(isUnder) }),
    isNumber: cell.classes.includes('num'),
  };
}

function dayOf(item: Element): { on: string; amount: string } {
  const [on = '', amount = ''] = elements(item).map((span) => textOf(runsOf(span)));
  return { on, amount };
}

const strong = ['twice', 'code'];

/** The words of an element with their weight; white space as a browser would set it. */
function runsOf(element: Element, look: Omit<Run, 'text'> = { bold: false, soft: false }): Run[] {
  const runs = element.children.flatMap((child): Run[] => {
    if (typeof child === 'string') return [{ ...look, text: child }];
    if (child.name !== 'b' && child.name !== 'span') {
      throw new Error(`the paper has a <${child.name}> in a line, which a page can not show`);
    }
    const bold = look.bold || child.name === 'b' || child.classes.some((name) => strong.includes(name));
    const runs = runsOf(child, { bold, soft: look.soft || child.classes.includes('meta') });
    return child.classes.includes('twice') ? runs.map((run) => ({ ...run, twice: true })) : runs;
  });
  return trimmed(runs);
}

function trimmed(runs: Run[]): Run[] {
  let endsInSpace = false;
  return runs
    .map((run) => {
      const text = run.text.replace(/\s+/g, ' ');
      const kept = endsInSpace ? text.replace(/^ /, '') : text;
      endsInSpace = kept === '' ? endsInSpace : kept.endsWith(' ');
      return { ...run, text: kept };
    })
    .filter(({ text }) => text !== '');
}

/** All words of a line. */
export function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

const elements = ({ children }: Element): Element[] =>
  children.filter((child): child is Element => typeof child !== 'string');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name] ?? whole;
  });
}
