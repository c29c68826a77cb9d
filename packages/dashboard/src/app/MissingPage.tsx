import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../address/object.ts';
import { StateLink } from '../panel/ObjectLink.tsx';
import { homeOf } from '../screen/home.ts';
import { useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

/** An address that names no page, or nothing the city knows: says so, and leads on. */
export function MissingPage() {
  const { missing } = useWords(appWords);
  const { state, person } = useScreen();
  const kind = missing.object[state.page];
  const isLink = !kind && state.object.startsWith('/l/');
  const titleOf = () => {
    if (kind) return missing.unknown(kind, state.object);
    return isLink ? missing.link : missing.page(state.object);
  };
  return (
    <div className="page-message" data-testid="missing">
      <h2>{titleOf()}</h2>
      <p>{isLink ? missing.whyLink : missing.why}</p>
      <p className="ways-on">
        <StateLink to={turnedTo(state, homeOf(person))}>{missing.home}</StateLink>
        <StateLink to={turnedTo(state, { page: 'overview', object: '' })}>{missing.overview}</StateLink>
      </p>
    </div>
  );
}
