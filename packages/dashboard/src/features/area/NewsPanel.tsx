import { inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { knownDays, type Shown } from './asking.ts';
import { daysOf } from './days.ts';
import { judgedWords } from './judged-words.ts';
import { OrdersLink } from './links.tsx';
import { clauseOf, matrixOf, useGrowth } from './useGrowth.ts';
import { Zone } from './Zone.tsx';

const most = 4;

/** Matters of the last seven days that were not seen in the weeks before. */
export function NewsPanel({ shown }: { shown: Shown }) {
  const screen = useScreen();
  const { meta, language, label } = screen;
  const words = useWords(judgedWords).news;
  const days = daysOf('week', '', knownDays(screen));
  const hasThirdLevel = Object.keys(meta.labels.topic3 ?? {}).length > 0;
  const { rows, columns } = matrixOf(shown.area, meta);
  const [first, second] =
    rows === 'subdistrict'
      ? ([rows, hasThirdLevel ? 'topic3' : columns] as const)
      : ([hasThirdLevel ? 'topic3' : rows, columns] as const);
  const view = useGrowth(shown.where, days, first, second);
  const news = view.answer?.findings.filter((finding) => finding.is_new) ?? [];
  return (
    <Zone
      name="news"
      view={view}
      label={words.panel}
      title={words.title}
      subtitle={words.subtitle(periodLabel(view.answer?.meta.period ?? days, language))}
      judged={view.answer}
    >
      {({ meta: told, notice }) =>
        news.length === 0 ? (
          <p className="panel-message">{notice ? inLanguage(notice, language) : words.none}</p>
        ) : (
          <ul className="reasons">
            {news.slice(0, most).map(({ row, column, now }) => (
              <li key={`${row} ${column}`}>
                <OrdersLink
                  where={[...shown.where, ...clauseOf(first, row), ...clauseOf(second, column)]}
                  days={told.period}
                >
                  {label(second, column)} · {label(first, row)}
                </OrdersLink>{' '}
                <b>{words.count(exact(now, language))}</b>
              </li>
            ))}
          </ul>
        )
      }
    </Zone>
  );
}
