import { IconButton } from '../kit/IconButton.tsx';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

/** What dragging and scrolling do, for those who click. */
export function ZoomButtons(props: {
  onZoom: (step: number) => void;
  onWhole: () => void;
  isWhole: boolean;
}) {
  const { map } = useWords(uiWords);
  return (
    <div className="zoom">
      <IconButton icon="plus" label={map.zoomIn} onClick={() => props.onZoom(1)} />
      <IconButton icon="minus" label={map.zoomOut} onClick={() => props.onZoom(-1)} />
      <IconButton icon="whole" label={map.whole} disabled={props.isWhole} onClick={props.onWhole} />
    </div>
  );
}
