import { Icon } from '../panels/Icon.tsx';
import { useScreen } from '../state/screen.ts';

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
      <button
        type="button"
        className="icon-button"
        aria-label={map.zoomIn}
        title={map.zoomIn}
        onClick={() => props.onZoom(1)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={map.zoomOut}
        title={map.zoomOut}
        onClick={() => props.onZoom(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={map.whole}
        title={map.whole}
        disabled={props.isWhole}
        onClick={props.onWhole}
      >
        <Icon name="whole" />
      </button>
    </div>
  );
}
