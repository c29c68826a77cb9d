import { Icon, type IconName } from './Icon.tsx';

export interface IconButtonProps {
  icon: IconName;
  /** What it does: read out, and shown under the pointer. */
  label: string;
  onClick: () => void;
  disabled?: boolean;
  /** Whether it is switched on, where it is a switch. */
  pressed?: boolean;
  className?: string;
}

/** A button that is nothing but a small drawing. */
export function IconButton({ icon, label, onClick, disabled, pressed, className = '' }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
