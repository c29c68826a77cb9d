import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import type { AreaPart } from '@hotline-atlas/ui/map/areaLayers.ts';
import type { CellOutline } from '@hotline-atlas/ui/map/cellLayer.ts';
import type { Picked } from '@hotline-atlas/ui/map/DeckMap.tsx';
import { type Shading, shadeOf, toldIn } from '@hotline-atlas/ui/map/shading.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { useScreen } from '../../screen/screen.ts';
import { type Appeal, fieldText } from '../appeals/useAppeals.ts';
import { areaName } from './useMapAreas.ts';
import { mapWords } from './words.ts';

function Figure({ name, shading, code }: { name: string; shading: Shading | null; code: string }) {
  const { map } = useWords(uiWords);
  const words = useWords(mapWords);
  const { language, messages, metricLabel } = useScreen();
  const figure = shading?.figures.get(code);
  if (!shading) return <strong>{name}</strong>;
  const known = figure && figure.value !== null;
  const isUsual = shading.of === 'usual';
  const isZero = shadeOf(shading, code) === 'zero';
  return (
    <>
      <strong>{name}</strong>
      <span className="tooltip-figure">
        {!known && (isZero ? '0' : map.noData)}
        {known && figure.tooFew && messages.panels.tooFew(exact(figure.cases ?? 0, language))}
        {known && !figure.tooFew && toldIn(shading, figure.value ?? 0, language)}
      </span>
      <span>{isUsual ? words.usual : metricLabel(shading.metric)}</span>
      {isUsual && figure && figure.numerator !== null && figure.cases !== null && (
        <span>
          {continued(
            [exact(figure.numerator, language), words.usually(exact(figure.cases, language))],
            language,
          )}
        </span>
      )}
      {!isUsual && figure && figure.numerator !== null && figure.cases !== null && (
        <span>{messages.panels.of(exact(figure.numerator, language), exact(figure.cases, language))}</span>
      )}
    </>
  );
}

function AppealPoint({ appeal }: { appeal: Appeal }) {
  const screen = useScreen();
  const text = fieldText(appeal, 'text');
  return (
    <>
      <strong>{momentLabel(fieldText(appeal, 'received'), screen.language)}</strong>
      <span>
        {screen.label('topic1', fieldText(appeal, 'topic1'))} ·{' '}
        {screen.label('kind', fieldText(appeal, 'kind'))}
      </span>
      <span>{text.length > 80 ? `${text.slice(0, 80)}…` : text}</span>
    </>
  );
}

/** What lies under the pointer. */
export function MapTooltip(props: { picked: Picked; areas: Shading | null; cells: Shading | null }) {
  const screen = useScreen();
  const { layer, object } = props.picked;
  if (layer === 'points') return <AppealPoint appeal={object as Appeal} />;
  if (layer === 'cells') {
    const { code } = object as CellOutline;
    return <Figure name={screen.label('cell', code)} shading={props.cells} code={code} />;
  }
  const { area } = object as AreaPart;
  const shading = layer === 'areas' ? props.areas : null;
  return <Figure name={areaName(area, screen)} shading={shading} code={area.properties.code} />;
}
