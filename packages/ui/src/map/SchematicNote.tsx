import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

/** The word on a map whose outlines are drawn, not surveyed; on paper and walls too. */
export function SchematicNote() {
  const { map } = useWords(uiWords);
  return <span className="schematic-note">{map.schematic}</span>;
}
