import type { RipenessStanding } from '@hotline-atlas/model';
import { bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { cityWords } from './words.ts';

interface RipenessProps {
  standing: RipenessStanding | null;
  /** Without the bar's own name, in the small print of a tile. */
  short?: boolean;
}

/** How far a rate is from final: a bar with what is in and, hatched, what is still to come. */
export function Ripeness({ standing, short = false }: RipenessProps) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  if (standing?.state !== 'provisional') return null;
  const { share, ripe_from: from } = standing;
  const told = [
    share === null ? words.notFinal : words.ripe(`${exact(share * 100, language)}%`),
    from && words.final(bucketTick(from, 'day', language)),
  ];
  const full = told.filter(Boolean).join(words.comma);
  const brief = [
    share === null ? words.notFinal : `${exact(share * 100, language)}%`,
    from && words.about(bucketTick(from, 'day', language)),
  ];
  return (
    <span className={`ripeness ${short ? 'short' : ''}`} title={full}>
      {!short && <span>{words.visits}</span>}
      <i
        className="ripeness-bar"
        style={{ '--in': `${((share ?? 0) * 100).toFixed(0)}%` } as CSSProperties}
        aria-hidden="true"
      />
      {short && <span className="hidden">{full}</span>}
      <span aria-hidden={short}>{short ? brief.filter(Boolean).join(words.comma) : full}</span>
    </span>
  );
}
