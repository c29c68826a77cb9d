import { type EvaluationSchemes, inLanguage } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';

/** What schemes are called; null of none. */
export function useSchemeNames(): (name: string | null) => string | null {
  const { language } = useScreen();
  const { answer } = useRequest<EvaluationSchemes>('evaluation/schemes');
  const labels = new Map(answer?.schemes.map(({ name, label }) => [name, inLanguage(label, language)]));
  return (name) => (name === null ? null : (labels.get(name) ?? name));
}
