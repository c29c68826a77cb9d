import {
  type Clause,
  dimensionNames,
  inLanguage,
  type Language,
  type Repeats,
  type Repetition,
  splitClause,
} from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { atLeast, judgedAddress, type Shown } from './asking.ts';
import { judgedWords } from './judged-words.ts';
import { OrdersLink } from './links.tsx';
import { Zone } from './Zone.tsx';

const most = 5;
/** What is told of a caller and of a place alike is told once, so more are asked for than are shown. */
const mostAsked = 10;
/** What repeats shows over a while only. */
const fewestDays = 28;

/** Clauses as the API tells them. */
const clausesIn = (told: readonly string[]): Clause[] =>
  told.flatMap((text) => {
    const parts = splitClause(text);
    const dimension = dimensionNames.find((name) => name === parts?.dimension);
    return parts && dimension ? [{ ...parts, dimension }] : [];
  });

/** Each once: of a caller rather than of the place all of these calls are about. */
const toldOnce = (repeats: readonly Repetition[]): Repetition[] => {
  const keyOf = ({ ids }: Repetition) => [...ids].sort().join(' ');
  const ofCallers = new Set(repeats.filter(({ kind }) => kind === 'caller').map(keyOf));
  return repeats.filter((each) => each.kind === 'caller' || !ofCallers.has(keyOf(each)));
};

/** Whether the clauses of a repetition are its hexagon and matter: they list its place and not a district. */
const isListed = ({ kind, where }: Repetition): boolean =>
  kind === 'place' && clausesIn(where).some(({ dimension }) => dimension === 'cell');

/** The course of a repetition as bars from zero. */
function Bars({ counts }: { counts: readonly number[] }) {
  const top = Math.max(1, ...counts);
  const step = 84 / Math.max(1, counts.length);
  return (
    <svg className="bars" viewBox="0 0 84 24" aria-hidden="true">
      {counts.map((count, at) => (
        <rect
          key={at}
          x={at * step}
          width={Math.max(1, step - 1)}
          y={23 - (22 * count) / top}
          height={(22 * count) / top}
        />
      ))}
      <path d="M0 23.5H84" />
    </svg>
  );
}

/** The appeals that were counted, the newest first; then the way to all on this matter around it. */
function Counted({ of, days }: { of: Repetition; days: Repeats['meta']['period'] }) {
  const { language, label } = useScreen();
  const words = useWords(judgedWords).again;
  const { newest, appeals } = of;
  return (
    <>
      {newest.length < appeals && (
        <p className="note">{words.here(exact(newest.length, language), exact(appeals, language))}</p>
      )}
      <ol>
        {newest.map(({ id, day, status, topic3, unit }) => (
          <li key={id}>
            <ObjectLink to={{ page: 'appeal', object: id }}>
              {[dayLabel(day, language), topic3 && label('topic3', topic3)].filter(Boolean).join(' · ')}
            </ObjectLink>
            <small>
              {[status && label('status', status), unit && label('unit', unit)].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ol>
      {isListed(of) && (
        <OrdersLink where={clausesIn(of.where)} days={days}>
          {words.wider}
        </OrdersLink>
      )}
    </>
  );
}

function factsOf(of: Repetition, words: (typeof judgedWords)['en']['again'], language: Language): string[] {
  const text = (count: number) => exact(count, language);
  const facts = [
    of.kind === 'caller' || of.callers === 1
      ? words.oneCaller
      : of.callers !== null && words.callers(text(of.callers)),
    of.usual !== null && words.usual(exact(of.usual, language, 1)),
    of.open > 0 && words.open(text(of.open)),
    of.came_back_resolved > 0
      ? words.resolved(text(of.came_back_resolved))
      : of.came_back > 0 && words.back(text(of.came_back)),
  ];
  return facts.filter((fact) => fact !== false);
}

/** What comes back; opened, it holds the appeals that were counted. */
function Repeated({ of, days }: { of: Repetition; days: Repeats['meta']['period'] }) {
  const { language, label } = useScreen();
  const words = useWords(judgedWords).again;
  const matter = of.topic3 ? label('topic3', of.topic3) : label('topic2', of.topic2);
  const place = of.place.address ?? (of.place.subdistrict ? label('subdistrict', of.place.subdistrict) : '');
  const name = [place, matter].filter(Boolean).join(language === 'zh' ? '：' : ': ');
  return (
    <li data-testid="repetition">
      <b className="repeat-count">{exact(of.appeals, language)}</b>
      <Bars counts={of.series.count} />
      <details className="repeat-what">
        <summary>
          <span>{name}</span>
          <small>{factsOf(of, words, language).join(' · ')}</small>
        </summary>
        <Counted of={of} days={days} />
      </details>
    </li>
  );
}

/** How many there are; of callers nothing where they are not known. */
const foundText = (
  { meta }: Repeats,
  words: (typeof judgedWords)['en']['again'],
  language: Language,
): string => {
  const places = exact(meta.found.place, language);
  return meta.callers_known
    ? words.found(exact(meta.found.caller, language), places)
    : words.foundPlaces(places);
};

/** Same caller or same place, same matter: what comes back again and again. */
export function RepeatsPanel({ shown }: { shown: Shown }) {
  const { language } = useScreen();
  const words = useWords(judgedWords).again;
  const days = atLeast(shown.days, fewestDays);
  const view = useRequest<Repeats>(
    judgedAddress('repeats', { where: shown.where, days }, { limit: String(mostAsked) }),
  );
  const { answer } = view;
  return (
    <Zone
      name="repeats"
      view={view}
      label={words.panel}
      title={words.title}
      subtitle={[
        words.subtitle(dayLabel(days.from, language)),
        answer && foundText(answer, words, language),
        answer?.meta.callers_closed && words.callersClosed,
      ]
        .filter(Boolean)
        .join(' · ')}
      judged={answer}
    >
      {({ repeats, notice, meta }) =>
        repeats.length === 0 ? (
          <p className="panel-message">{notice ? inLanguage(notice, language) : words.none}</p>
        ) : (
          <ol className="repeats">
            {toldOnce(repeats)
              .slice(0, most)
              .map((each) => (
                <Repeated key={each.id} of={each} days={meta.period} />
              ))}
          </ol>
        )
      }
    </Zone>
  );
}
