import type { View } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { viewWords } from './words.ts';

const audiences = ['me', 'role', 'everyone'] as const satisfies readonly View['audience'][];

/** What is typed of a view. @param view null for a new one */
export function useViewDraft(view: View | null) {
  const { meta } = useScreen();
  const [name, setName] = useState(view?.name ?? '');
  const [audience, setAudience] = useState<View['audience']>(view?.audience ?? 'me');
  const [isPinned, setPinned] = useState((view?.version ?? null) !== null);
  /** The version it was pinned to stays; a view that becomes pinned takes the one of now. */
  const pinnedTo = view?.version ?? meta.asOf.version;
  return {
    name,
    setName,
    audience,
    setAudience,
    isPinned,
    setPinned,
    pinnedTo,
    content: { name: name.trim(), audience, version: isPinned ? pinnedTo : null },
  };
}

/** Name, with whom it is shared, and whether it remembers the version of the data. */
export function ViewFields({ draft }: { draft: ReturnType<typeof useViewDraft> }) {
  const words = useWords(viewWords);
  const { person } = useScreen();
  return (
    <>
      <Field
        label={words.name}
        value={draft.name}
        onText={draft.setName}
        required
        maxLength={100}
        autoFocus
        autoComplete="off"
      />
      {person.may.has('share') && (
        <div className="field">
          <Segmented
            label={words.audience}
            showLabel
            options={audiences.map((name) => ({ name, label: words.audiences[name] }))}
            chosen={draft.audience}
            onChoose={draft.setAudience}
          />
          <p className="hint">{words.audienceWhy}</p>
        </div>
      )}
      <div className="field">
        <Segmented
          label={words.data}
          showLabel
          options={[
            { name: 'live', label: words.live },
            { name: 'pinned', label: words.pinned(draft.pinnedTo) },
          ]}
          chosen={draft.isPinned ? 'pinned' : 'live'}
          onChoose={(name) => draft.setPinned(name === 'pinned')}
        />
        <p className="hint">{words.pinnedWhy}</p>
      </div>
    </>
  );
}
