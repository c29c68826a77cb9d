import {
  type Alarm,
  type Answer,
  encodeQuery,
  type LocalDate,
  shift,
  type Watch,
} from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation } from '../../judgement/numbers.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { clausesOfSeries } from './alarmPlace.ts';
import { alarmWords } from './words.ts';

/** How long is looked on: two weeks after a day, two months after a week. */
const span: Record<Watch, number> = { day: 14, week: 56 };

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** What happened after an alarm: how many appeals came in as many days, beside what the step had. */
export function AlarmAfter({ alarm, watch }: { alarm: Alarm; watch: Watch }) {
  const { meta, language } = useScreen();
  const words = useWords(alarmWords);
  const from = alarm.period.to;
  const end = meta.lastDay ? shift(meta.lastDay, 'day', 1) : from;
  const to = earlier(shift(from, 'day', span[watch]), end);
  const isOver = from < to;
  const { answer } = useRequest<Answer>(
    isOver
      ? `query?${encodeQuery({
          metrics: ['appeals'],
          by: [watch],
          where: clausesOfSeries(alarm, meta),
          from,
          to,
          withoutRegimes: [],
          order: [],
          resolution: 8,
        })}`
      : '',
  );
  const counts = answer?.rows.map((row) => numberIn(row, 'appeals')) ?? [];
  const known = counts.filter((count) => count !== null);
  return (
    <section className="alarm-after" aria-label={words.cameAfter} data-testid="alarm-after">
      <h3>{words.cameAfter}</h3>
      {!isOver && <p className="note">{words.notYet}</p>}
      {answer && (
        <>
          <p>
            {words.afterwards({
              period: periodLabel({ from, to }, language),
              sum: exact(
                known.reduce((sum, count) => sum + count, 0),
                language,
              ),
              observed: exact(alarm.observed, language),
              expected: expectation(alarm.expected, language),
            })}
          </p>
          <ol className="alarm-steps">
            {answer.rows.map((row) => (
              <li key={String(row[watch])}>
                <span>
                  {periodLabel(
                    { from: String(row[watch]), to: shift(String(row[watch]), 'day', 1) },
                    language,
                  )}
                </span>
                <b>
                  {numberIn(row, 'appeals') === null ? '–' : exact(numberIn(row, 'appeals') ?? 0, language)}
                </b>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
