import { useId } from 'react';
import { useScreen } from '../../screen/screen.ts';

/** The known units, by name. Districts and subdistricts take orders themselves, under their own codes. */
export function useUnits(): { code: string; name: string }[] {
  const { meta, language, label } = useScreen();
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const codes = (['unit', 'district', 'subdistrict'] as const).flatMap((level) =>
    Object.keys(meta.labels[level] ?? {}),
  );
  return [...new Set(codes)]
    .map((code) => ({ code, name: label('unit', code) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

interface UnitSelectProps {
  label: string;
  /** What no choice means. */
  none: string;
  value: string;
  onChoose: (code: string) => void;
}

/** One of the known units, or none. A unit that is no longer known stays as it was. */
export function UnitSelect({ label, none, value, onChoose }: UnitSelectProps) {
  const id = useId();
  const units = useUnits();
  const isKnown = value === '' || units.some(({ code }) => code === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{none}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {units.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
