import { inLanguage, type Vocabulary } from '@hotline-atlas/model';
import { useLanguage } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';

/** A code of the vocabulary with its name. */
export interface Named {
  code: string;
  name: string;
}

/** Districts and units of the city by name; none where the vocabulary cannot be read. */
export function useNames(): { districts: Named[]; units: Named[]; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { answer } = useRequest<Vocabulary>('meta');
  const of = (wanted: 'district' | 'unit'): Named[] =>
    (answer?.dimensions.find(({ name }) => name === wanted)?.values ?? [])
      .filter(({ value }) => value !== '')
      .map(({ value, label }) => ({ code: value, name: inLanguage(label, language) }));
  const [districts, units] = [of('district'), of('unit')];
  const names = new Map([...districts, ...units].map(({ code, name }) => [code, name]));
  return { districts, units, nameOf: (code) => names.get(code) ?? code };
}
