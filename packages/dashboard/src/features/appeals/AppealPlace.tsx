import type { AppealRecord } from '@hotline-atlas/model';
import { PlaceMap } from '@hotline-atlas/ui/map/PlaceMap.tsx';
import { useCellOutlines, useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { useAreas } from '../../questions/useAreas.ts';
import { useScreen } from '../../screen/screen.ts';
import { fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

const coordinate = (appeal: AppealRecord, name: string): number | null => {
  const value = appeal[name];
  return typeof value === 'number' ? value : null;
};

/** Where an appeal is from: its point or hexagon among the subdistricts, or the districts, around it. */
export function AppealPlace({ appeal }: { appeal: AppealRecord }) {
  const words = useWords(appealWords);
  const { meta, label } = useScreen();
  const [district, subdistrict] = [fieldText(appeal, 'district'), fieldText(appeal, 'subdistrict')];
  const levels = meta.areas.map(({ level }) => level);
  const level =
    subdistrict !== '' && levels.includes('subdistrict')
      ? 'subdistrict'
      : levels.includes('district')
        ? 'district'
        : null;
  const { answer } = useAreas(level);
  const [longitude, latitude] = [coordinate(appeal, 'longitude'), coordinate(appeal, 'latitude')];
  const cell = fieldText(appeal, 'cell');
  const isCellShown = longitude === null && cell !== '';
  const codes = useMemo(() => (isCellShown ? [cell] : []), [isCellShown, cell]);
  const cells = useCellOutlines(codes, useH3(isCellShown));
  if (!answer) return null;
  const around = answer.features.filter(
    ({ properties }) => level === 'district' || properties.parent === district,
  );
  const area = level === 'subdistrict' ? subdistrict : district;
  const isOutside = fieldText(appeal, 'location_quality') === 'outside';
  const point =
    longitude !== null && latitude !== null && !isOutside ? ([longitude, latitude] as const) : null;
  if (!point && cells.length === 0 && area === '') return null;
  return (
    <PlaceMap
      areas={around}
      area={area}
      point={point}
      cell={cells[0]?.ring ?? []}
      label={words.placeMap(level && area ? label(level, area) : '')}
      height={240}
    />
  );
}
