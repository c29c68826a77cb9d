import { type Answer, type DimensionName, encodeQuery, wilsonScoreInterval } from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { asksPublished, useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { figuresAddress, type Shown } from './asking.ts';
import { judgedWords } from './judged-words.ts';
import { OrdersLink } from './links.tsx';
import { shareIn } from './unitRows.ts';
import { useReasonNames } from './useReasonNames.ts';
import { Zone } from './Zone.tsx';

const normal95 = 1.959964;
const places: readonly DimensionName[] = ['district', 'subdistrict', 'cell'];

/** The share of the whole city: asked for by districts, as it is published; null where it is not open. */
function useCityShare({ area, where, days }: Shown) {
  const screen = useScreen();
  const { person, state } = screen;
  // Of the same matters, and of every place.
  const filters = where.slice(area.where.length).filter(({ dimension }) => !places.includes(dimension));
  const isOwn = (person.scope?.clauses.length ?? 0) > 0;
  const query = {
    metrics: ['excluded_share' as const],
    by: ['district' as const],
    where: filters,
    withoutRegimes: [],
    order: [],
    resolution: 8 as const,
    ...days,
  };
  const within = { ...screen, state: { ...state, where: filters, span: days } };
  const isOpen =
    !isOwn ||
    asksPublished(
      { metrics: query.metrics, by: query.by, comparison: 'none', published: true },
      within,
      null,
    );
  const { answer } = useRequest<Answer>(
    isOpen ? `query?${encodeQuery({ ...query, ...(isOwn && { scope: 'published' as const }) })}` : '',
  );
  if (!answer) return { isOpen, share: null };
  const sum = (part: string) =>
    answer.rows.reduce((total, row) => total + (numberIn(row, `excluded_share_${part}`) ?? 0), 0);
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  return { isOpen, share: denominator > 0 ? numerator / denominator : null };
}

function Reasons({ answer, shown }: { answer: Answer; shown: Shown }) {
  const { language } = useScreen();
  const words = useWords(judgedWords).excluded;
  const reasonOf = useReasonNames();
  const rows = answer.rows.filter((row) => (numberIn(row, 'excluded') ?? 0) > 0);
  return (
    <ul className="reasons">
      {rows.map((row) => {
        const reason = textIn(row, 'excluded_reason');
        const count = exact(numberIn(row, 'excluded') ?? 0, language);
        const name = reason === '' ? words.noReason : reasonOf(reason);
        return (
          <li key={reason}>
            <OrdersLink
              where={[...shown.where, { dimension: 'excluded_reason', exclude: false, values: [reason] }]}
              days={shown.days}
            >
              {name}
            </OrdersLink>{' '}
            <b>{count}</b>
          </li>
        );
      })}
    </ul>
  );
}

/** Orders that by rule do not count: their share beside the city's, and why. */
export function ExcludedPanel({ shown }: { shown: Shown }) {
  const { language } = useScreen();
  const words = useWords(judgedWords).excluded;
  const { where, days } = shown;
  const view = useRequest<Answer>(
    figuresAddress({ metrics: ['excluded'], by: ['excluded_reason'], where, days }),
  );
  const whole = useRequest<Answer>(figuresAddress({ metrics: ['excluded_share'], where, days }));
  const ever = useRequest<Answer>(figuresAddress({ metrics: ['excluded_share'], where: [] }));
  // Where nothing was ever excluded it is not recorded, which is not the same as none.
  const isRecorded = !ever.answer || (shareIn(ever.answer, 'excluded_share')?.numerator ?? 0) > 0;
  const city = useCityShare(shown);
  const share = shareIn(whole.answer, 'excluded_share');
  const interval = share && wilsonScoreInterval(share.numerator, share.denominator, normal95);
  const range = interval && `${percent(interval.lower, language)}–${percent(interval.upper, language)}`;
  return (
    <Zone
      name="excluded"
      view={view}
      besides={[whole]}
      label={words.panel}
      title={
        share && share.numerator > 0
          ? words.title(percent(share.rate, language))
          : share && isRecorded
            ? words.none
            : words.panel
      }
      subtitle={[
        isRecorded && share && words.of(exact(share.numerator, language), exact(share.denominator, language)),
        isRecorded && range && words.subtitle(range),
        isRecorded && city.share !== null
          ? words.city(percent(city.share, language))
          : !city.isOpen && words.noCity,
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {(answer) =>
        !isRecorded ? (
          <p className="panel-message">{words.notRecorded}</p>
        ) : share || whole.loading ? (
          <Reasons answer={answer} shown={shown} />
        ) : (
          <p className="panel-message">{words.notDispatched}</p>
        )
      }
    </Zone>
  );
}
