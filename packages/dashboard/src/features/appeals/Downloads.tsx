import type { ExportFormat } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { seesEverything } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import { seesOf } from '../../screen/sees.ts';
import { appealWords } from './words.ts';

/** Named here: the model's own list would bring its parser along. */
const exportFormats = [
  'csv',
  'xlsx',
  'ndjson',
  'parquet',
  'arrow',
] as const satisfies readonly ExportFormat[];

/** Files of everything the list is about, not only of the page in sight. */
export function Downloads({ addressOf }: { addressOf: (format: ExportFormat) => string }) {
  const words = useWords(appealWords);
  const { person, label, language } = useScreen();
  if (!person.may.has('export')) return null;
  return (
    <p className="downloads">
      {labelled(words.export, '', language)}
      {exportFormats.map((format) => (
        <a key={format} href={addressOf(format)} download>
          {format}
        </a>
      ))}
      {!seesEverything(person) && (
        <span>
          {words.exportHolds} {seesOf(person, label, language).join(' · ')}
        </span>
      )}
    </p>
  );
}
