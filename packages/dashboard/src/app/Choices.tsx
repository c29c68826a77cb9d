import { languages } from '@hotline-atlas/model';
import { themes } from '@hotline-atlas/ui/theme/apply.ts';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useAddresses, useNavigation } from '../address/useNavigation.ts';
import { languageNames } from '../words/index.ts';
import { appWords } from './words.ts';

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const words = useWords(appWords);
  const { change } = useNavigation();
  const theme = useAddresses(({ chosen }) => chosen.state.theme);
  return (
    <label className="select">
      <span className="hidden">{words.theme.label}</span>
      <select
        value={theme}
        title={words.theme.label}
        onChange={(event) => change({ theme: themes.find((name) => name === event.target.value) ?? 'auto' })}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {words.theme[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The language of the page. */
export function LanguageChoice() {
  const words = useWords(appWords);
  const language = useLanguage();
  const { change } = useNavigation();
  return (
    <fieldset className="segmented">
      <legend className="hidden">{words.language}</legend>
      <div>
        {languages.map((name) => (
          <button
            key={name}
            type="button"
            lang={name}
            aria-pressed={name === language}
            onClick={() => change({ language: name })}
          >
            {name === 'zh' ? '中文' : 'EN'}
            <span className="hidden"> {languageNames[name]}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The other language, in its own words. */
export function LanguageSwitch() {
  const language = useLanguage();
  const { change } = useNavigation();
  const other = languages.find((name) => name !== language) ?? language;
  return (
    <button
      type="button"
      className="language-switch"
      lang={other}
      title={languageNames[other]}
      onClick={() => change({ language: other })}
    >
      {other === 'zh' ? '中文' : 'EN'}
      <span className="hidden"> {languageNames[other]}</span>
    </button>
  );
}
