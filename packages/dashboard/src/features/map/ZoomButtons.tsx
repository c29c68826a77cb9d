import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useScreen } from '../../screen/screen.ts';

/** What dragging and scrolling do, for those who click. */
export function ZoomButtons(props: {
  onZoom: (step: number) => void;
  onWhole: () => void;
  isWhole: boolean;
}) {
  const { messages } = useScreen();
  const { map } = messages;
  return (
    <div className="zoom">
      <IconButton icon="plus" label={map.zoomIn} onClick={() => props.onZoom(1)} />
      <IconButton icon="minus" label={map.zoomOut} onClick={() => props.onZoom(-1)} />
      <IconButton icon="whole" label={map.whole} disabled={props.isWhole} onClick={props.onWhole} />
    </div>
  );
}
