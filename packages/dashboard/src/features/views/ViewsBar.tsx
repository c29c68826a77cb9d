import type { View } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { CopyLink } from './CopyLink.tsx';
import { RemovedView } from './RemovedView.tsx';
import { useOpenView } from './useViews.ts';
import { differs } from './viewAddress.ts';
import { viewWords } from './words.ts';
import './views.css';

const ViewsMenu = lazy(() => import('./ViewsMenu.tsx').then((module) => ({ default: module.ViewsMenu })));
const SaveViewDialog = lazy(() =>
  import('./SaveViewDialog.tsx').then((module) => ({ default: module.SaveViewDialog })),
);
const ViewDialog = lazy(() => import('./ViewDialog.tsx').then((module) => ({ default: module.ViewDialog })));

/** Saves what is on the screen, opens what was saved, and copies a link to it. */
export function ViewsBar() {
  const words = useWords(viewWords);
  const { state, person, change } = useScreen();
  const [isSaving, setSaving] = useState(false);
  const [managed, setManaged] = useState<View | null>(null);
  const [removed, setRemoved] = useState<View | null>(null);
  const open = useOpenView();
  const mayKeep = person.may.has('keep');
  return (
    <div className="views-bar">
      {mayKeep && (
        <>
          <button type="button" className="button small" onClick={() => setSaving(true)}>
            {words.save}
          </button>
          <Popover
            label={words.views}
            className="views-menu"
            button={
              <>
                <Icon name="view" />
                <span className="views-open">{open ? open.name : words.views}</span>
                {open && differs(open, state) && <small>{words.changed}</small>}
                <Icon name="down" />
              </>
            }
          >
            {(close) => (
              <Suspense fallback={<Skeleton />}>
                <ViewsMenu
                  onOpened={close}
                  onManage={(view) => {
                    close();
                    setManaged(view);
                  }}
                />
              </Suspense>
            )}
          </Popover>
        </>
      )}
      <CopyLink />
      {removed && <RemovedView view={removed} onEnd={() => setRemoved(null)} />}
      {isSaving && (
        <Suspense>
          <SaveViewDialog onClose={() => setSaving(false)} />
        </Suspense>
      )}
      {managed && (
        <Suspense>
          <ViewDialog
            view={managed}
            onClose={() => setManaged(null)}
            onRemoved={() => {
              setRemoved(managed);
              if (open?.id === managed.id) change({ views: { open: '' } }, 'replace');
              setManaged(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
