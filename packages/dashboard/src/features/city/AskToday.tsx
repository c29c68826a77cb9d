import { type Clause, type FindingAsk, inLanguage } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { clausesFrom } from '../../address/clauses.ts';
import { placeOfValue, turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { ObjectLink, StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { useCity } from './CityContext.ts';
import { Section } from './Section.tsx';
import { useFindings } from './Sentences.tsx';
import { askWords } from './words-ask.ts';

/** Which orders are meant: what was answered at the desk is none of those a unit is asked about. */
function ordersOf(ask: FindingAsk): Clause[] {
  const where = clausesFrom(ask.where);
  if (where.some(({ dimension }) => dimension === 'due_state')) return where;
  return [...where, { dimension: 'due_state', exclude: true, values: [''] }];
}

/** Whom, about what, how many are open and overdue; the brief to hand over, and the orders meant. */
function Ask({ ask, plain }: { ask: FindingAsk; plain: boolean }) {
  const { state, language } = useScreen();
  const words = useWords(askWords);
  const { address } = useCity();
  const { about, period } = ask;
  const name = inLanguage(about.label, language);
  const place = placeOfValue(about.dimension, about.value);
  const orders = turnedTo({ ...state, period }, { page: 'appeals', object: '' }, ordersOf(ask));
  const brief = changed(address, { city: { ask: `${about.dimension}:${about.value}`, story: '' } });
  return (
    <li className="city-ask" data-testid="city-ask" data-code={about.value}>
      <p className="city-ask-name">
        <Mark mark={ask.mark} /> {place ? <ObjectLink to={place}>{name}</ObjectLink> : name}
      </p>
      <p className="city-ask-reason">{inLanguage(ask.reason, language)}</p>
      <p className="hint">{inLanguage(ask.detail, language)}</p>
      {!plain && (
        <p className="city-ways screen-only">
          <StateLink to={brief} label={words.briefOf(name)}>
            {words.brief}
          </StateLink>
          <StateLink to={orders} label={words.ordersOf(name)}>
            {words.orders}
          </StateLink>
        </p>
      )}
    </li>
  );
}

/** Whom to ask today, the weightiest first. @param plain without the ways on, for a wall or paper */
export function AskToday({ plain = false }: { plain?: boolean }) {
  const { language } = useScreen();
  const words = useWords(askWords);
  const view = useFindings();
  return (
    <Section name="asked" view={view} title={words.title}>
      <PanelBody view={view}>
        {(findings) =>
          findings.ask.length === 0 ? (
            <p className="hint">
              {words.nobody} {inLanguage(findings.looked_at, language)}
            </p>
          ) : (
            <ol>
              {findings.ask.map((ask) => (
                <Ask key={`${ask.about.dimension} ${ask.about.value}`} ask={ask} plain={plain} />
              ))}
            </ol>
          )
        }
      </PanelBody>
    </Section>
  );
}
