import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { type ReactNode, Suspense, useState } from 'react';
import type { PanelName } from '../address/shared.ts';
import { useScreen } from '../screen/screen.ts';
import { useTableSwitch } from './useTableSwitch.ts';

export interface PanelButtonsProps {
  name: PanelName;
  /** Saves what is shown. */
  onSave: () => void;
  /** A file with everything, in place of what is shown. */
  file?: { address: string; label: string } | undefined;
  howLabel: string;
  /** How it was computed, until it is closed. */
  how: (close: () => void) => ReactNode;
}

/** As table, as file, and how it was computed. */
export function PanelButtons({ name, onSave, file, howLabel, how }: PanelButtonsProps) {
  const { panels: words } = useScreen().messages;
  const { isTable, flip } = useTableSwitch(name);
  const [asksHow, setAsksHow] = useState(false);
  return (
    <>
      <IconButton
        icon={isTable ? 'chart' : 'table'}
        label={isTable ? words.chart : words.table}
        onClick={flip}
      />
      {file ? (
        <a className="icon-button" href={file.address} download aria-label={file.label} title={file.label}>
          <Icon name="download" />
        </a>
      ) : (
        <IconButton icon="download" label={words.download} onClick={onSave} />
      )}
      <IconButton icon="how" label={howLabel} onClick={() => setAsksHow(true)} />
      {asksHow && <Suspense>{how(() => setAsksHow(false))}</Suspense>}
    </>
  );
}
