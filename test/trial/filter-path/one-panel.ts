import { basename } from 'node:path';
import { childrenOf, parseSource, type SyntaxNode } from '../sources/parse-checkout.ts';

/** Files of the page whose other parts are taken away, so that one panel is left. */
const files = new Set(['App.tsx', 'OverviewPage.tsx']);

const isPart = (name: string): boolean => /(Panel|Bar)$|^(Figures|PrintHead|StandingNotes)$/.test(name);

const elementName = ({ type, openingElement }: SyntaxNode): string => {
  if (type !== 'JSXElement') return '';
  const { name } = openingElement as { name: { name?: string } };
  return String(name.name ?? '');
};

/** Chooses each of the values in the areas, beside what is chosen there, as their rows do. */
const chooser = (values: readonly string[]): string => `
function ChooseValue() {
  const { toggle } = useScreen();
  return (
    <>
      {${JSON.stringify(values)}.map((value) => (
        <button key={value} type="button" onClick={() => toggle([{ dimension: 'district', value }], 'areas', true)}>
          {value}
        </button>
      ))}
    </>
  );
}
`;

/**
 * A file of the page without the parts that are neither the panel nor what is clicked: they would ask
 * questions of their own. The list of areas is replaced by buttons that choose as its rows do.
 */
export function onlyPanel(path: string, text: string, panel: string, values: readonly string[]): string {
  if (!files.has(basename(path))) return text;
  const found: { start: number; end: number; text: string }[] = [];
  const visit = (node: SyntaxNode, parent: SyntaxNode): void => {
    const name = elementName(node);
    const isInside = parent.type === 'JSXElement' || parent.type === 'JSXFragment';
    if (name === 'AreasPanel') found.push({ start: node.start, end: node.end, text: '<ChooseValue />' });
    else if (isPart(name) && name !== panel)
      found.push({ start: node.start, end: node.end, text: isInside ? '{null}' : 'null' });
    else for (const child of childrenOf(node)) visit(child, node);
  };
  const program = parseSource(path, text);
  visit(program, program);
  const changed = found
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
  return changed.includes('<ChooseValue />') ? changed + chooser(values) : changed;
}
