import { inLanguage } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { placeOfValue } from '../../address/object.ts';
import { ObjectLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { trendTitle } from '../../panel/titles.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { useChange } from '../change/useChange.ts';
import { RowStar } from '../favourites/RowStar.tsx';
import { type Node, neighboursOf, topicsAbove } from './topicTree.ts';
import { objectWords } from './words.ts';
import './object.css';

/** What happened to the number of appeals, as a sentence that is no bolder than its mark. */
function Finding() {
  const words = useWords(objectWords);
  const screen = useScreen();
  const { state, days, language } = screen;
  const view = useAnswer({ metrics: ['appeals'] }, null);
  const { comparison } = state;
  const ready = view.answer !== undefined && !view.stale;
  const judged = useChange({ metric: 'appeals', by: null, comparison, source: null, ready });
  if (!view.answer) return <p className="object-finding skeleton" />;
  const count = numberIn(view.answer.rows[0], 'appeals') ?? 0;
  const period = periodLabel(days, language);
  if (count === 0) return <p className="object-finding">{words.noAppeals(period)}</p>;
  const mark = judged?.whole?.mark ?? null;
  return (
    <p className="object-finding" data-testid="object-finding">
      {mark && <Mark mark={mark} />}
      <b>{words.appeals(exact(count, language), period)}</b>
      {view.answer.meta.compared_period && <span>{trendTitle(view.answer, view.answer, screen, mark)}</span>}
    </p>
  );
}

function Neighbour({ node, side }: { node: Node | undefined; side: 'before' | 'after' }) {
  const words = useWords(objectWords);
  const { label } = useScreen();
  const to = node && placeOfValue(node.dimension, node.code);
  if (!to) return null;
  const name = label(node.dimension, node.code);
  return (
    <ObjectLink to={to} className={`icon-button step-${side}`} label={words[side](name)} title={name}>
      <Icon name="right" />
    </ObjectLink>
  );
}

export interface ObjectHeadProps extends Node {
  /** What kind of object it is, and what stands beside its name. */
  kind?: ReactNode;
}

/** The object with its place among others, the ways to its neighbours, and the finding to read first. */
export function ObjectHead({ dimension, code, kind }: ObjectHeadProps) {
  const words = useWords(objectWords);
  const { meta, label, language } = useScreen();
  const node = { dimension, code };
  const [earlier, later] = neighboursOf(node, meta);
  const isUnit = dimension === 'unit';
  const district = isUnit ? meta.parents.unit?.[code] : undefined;
  const name = label(dimension, code);
  return (
    <header className="object-head">
      <nav aria-label={words.path}>
        <ol className="crumbs">
          <li>
            <ObjectLink to={{ page: 'city', object: '' }}>{inLanguage(meta.name, language)}</ObjectLink>
          </li>
          <li>
            <ObjectLink to={{ page: isUnit ? 'units' : 'overview', object: '' }}>
              {isUnit ? words.allUnits : words.allTopics}
            </ObjectLink>
          </li>
          {district && (
            <li>
              <ValueLink dimension="district" code={district} />
            </li>
          )}
          {topicsAbove(node, meta).map((each) => (
            <li key={each.code}>
              <ValueLink {...each} />
            </li>
          ))}
        </ol>
      </nav>
      <div className="object-name">
        <h2>{name}</h2>
        <RowStar dimension={dimension} code={code} name={name} />
        <span className="object-steps">
          <Neighbour node={earlier} side="before" />
          <Neighbour node={later} side="after" />
        </span>
        {kind && <span className="object-kind">{kind}</span>}
      </div>
      <Finding />
    </header>
  );
}
