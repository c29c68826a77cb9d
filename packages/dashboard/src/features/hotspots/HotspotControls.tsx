import { expectations, hotspotMeasures, hotspotSteps, placeLevels } from '@hotline-atlas/model';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { type HotspotState, hotspotLayers } from './address.ts';
import { hotspotWords } from './words.ts';

function Choice<Name extends string>(props: {
  label: string;
  names: readonly Name[];
  texts: Readonly<Record<Name, string>>;
  chosen: Name;
  help?: string;
  onChoose: (name: Name) => void;
}) {
  return (
    <label className="select" title={props.help}>
      <span>{props.label}</span>
      <select
        value={props.chosen}
        onChange={(event) => {
          const name = props.names.find((each) => each === event.target.value);
          if (name) props.onChoose(name);
        }}
      >
        {props.names.map((name) => (
          <option key={name} value={name}>
            {props.texts[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is judged, in what steps, against what, and how it is drawn. */
export function HotspotControls() {
  const { state, meta, change } = useScreen();
  const words = useWords(hotspotWords);
  const { hotspots } = state;
  const set = (part: Partial<HotspotState>) => change({ hotspots: { ...part } });
  const levels = placeLevels.filter(
    (level) => level === 'cell' || meta.areas.some((area) => area.level === level),
  );
  const possible = expectations.filter(
    (name) => name !== 'residents' || meta.withResidents.includes(hotspots.level),
  );
  const layers = (
    <Segmented
      label={words.layer}
      options={hotspotLayers.map((name) => ({ name, label: words.layers[name] }))}
      chosen={hotspots.layer}
      onChoose={(layer) => set({ layer, only: null, place: '' })}
    />
  );
  if (hotspots.layer === 'clusters') return layers;
  return (
    <>
      {layers}
      {levels.length > 1 && (
        <Choice
          label={words.level}
          names={levels}
          texts={words.levels}
          chosen={hotspots.level}
          onChoose={(level) => set({ level, place: '', only: null, against: 'auto' })}
        />
      )}
      <Choice
        label={words.step}
        names={hotspotSteps}
        texts={words.steps}
        chosen={hotspots.step}
        onChoose={(step) => set({ step, at: '' })}
      />
      <Choice
        label={words.counted}
        names={hotspotMeasures}
        texts={words.counts}
        chosen={hotspots.counted}
        help={words.countedHelp}
        onChoose={(counted) => set({ counted })}
      />
      <Choice
        label={words.against}
        names={['auto', ...possible] as const}
        texts={words.expectations}
        chosen={hotspots.against}
        onChoose={(against) => set({ against })}
      />
    </>
  );
}
