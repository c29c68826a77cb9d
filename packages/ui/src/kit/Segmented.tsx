/** One of a few, all in sight. */
export function Segmented<Name extends string>(props: {
  label: string;
  options: readonly { name: Name; label: string }[];
  chosen: Name;
  onChoose: (name: Name) => void;
  showLabel?: boolean;
}) {
  return (
    <fieldset className="segmented">
      <legend className={props.showLabel ? '' : 'hidden'}>{props.label}</legend>
      <div>
        {props.options.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === props.chosen}
            onClick={() => props.onChoose(name)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
