import { candidateLevels, inLanguage } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useId } from 'react';
import { CodePicker } from '../../panel/CodePicker.tsx';
import { ownValues } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import type { TopicDraft } from './EditDialog.tsx';
import { topicWords } from './words.ts';
import { candidateWords } from './words-candidates.ts';

/** Where a topic is worked on: the whole city, one of its districts, or a subdistrict. */
function AreaSelect({ draft: { content, edit } }: { draft: TopicDraft }) {
  const { meta, language, person } = useScreen();
  const words = useWords(topicWords);
  const id = useId();
  const own = ownValues(person, 'district');
  const named = (level: 'district' | 'subdistrict') =>
    Object.entries(meta.labels[level] ?? {}).map(([code, name]) => ({
      code,
      name: inLanguage(name, language),
    }));
  const districts = named('district').filter(({ code }) => own === null || own.includes(code));
  const subdistricts = named('subdistrict');
  const { area } = content;
  return (
    <div className="field">
      <label htmlFor={id}>{words.area}</label>
      <select
        id={id}
        value={area ? `${area.level}:${area.code}` : ''}
        onChange={({ target }) => {
          const [level = '', code = ''] = target.value.split(':');
          edit({ area: level === 'district' || level === 'subdistrict' ? { level, code } : null });
        }}
      >
        <option value="">{words.wholeCity}</option>
        {districts.map((district) => (
          <optgroup key={district.code} label={district.name}>
            <option value={`district:${district.code}`}>{district.name}</option>
            {subdistricts
              .filter(({ code }) => meta.parents.subdistrict?.[code] === district.code)
              .map(({ code, name }) => (
                <option key={code} value={`subdistrict:${code}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** What a topic is about: month, topics and area. Once frozen, they stay as they are. */
export function FixedFields({ draft, isFrozen }: { draft: TopicDraft; isFrozen: boolean }) {
  const { meta, language } = useScreen();
  const words = useWords(topicWords);
  const levels = useWords(candidateWords);
  const { content, edit } = draft;
  if (isFrozen) return <p className="hint">{words.frozenFields}</p>;
  const options = Object.entries(meta.labels[content.level] ?? {}).map(([code, name]) => ({
    code,
    name: inLanguage(name, language),
  }));
  return (
    <>
      <Field
        label={words.month}
        required
        type="month"
        pattern="\d{4}-\d{2}"
        value={content.month}
        onText={(text) => edit({ month: text })}
      />
      <Segmented
        label={levels.level}
        chosen={content.level}
        onChoose={(level) => level !== content.level && edit({ level, topics: [] })}
        options={candidateLevels.map((name) => ({ name, label: levels.levels[name] }))}
      />
      <CodePicker
        label={words.topics}
        none={words.noTopic}
        options={options}
        chosen={content.topics}
        onChoose={(codes) => edit({ topics: [...codes] })}
      />
      <AreaSelect draft={draft} />
    </>
  );
}
