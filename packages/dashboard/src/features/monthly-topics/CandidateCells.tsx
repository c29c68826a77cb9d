import type { CandidateGrowth, MonthlyTopicCandidate } from '@hotline-atlas/model';
import { bucketLabel, bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { countText, rateText, signedShare } from './numbers.ts';
import { ShareInterval } from './ShareInterval.tsx';
import { candidateWords } from './words-candidates.ts';

/** A number, what it rests on under it, and what else stands beside it. */
function Figure({ text, under, children }: { text: string; under: string; children?: ReactNode }) {
  return (
    <td>
      <span className="candidate-figure">
        <span>{text}</span>
        {children}
      </span>
      <small>{under}</small>
    </td>
  );
}

function Growth({ growth }: { growth: CandidateGrowth | null }) {
  const { language } = useScreen();
  const words = useWords(candidateWords);
  if (!growth) return <Figure text={'\u2013'} under={words.unknown} />;
  const { now, before, change_share: share, season, mark } = growth;
  const against = words.against(countText(now, language), countText(before, language));
  const alone = season === null ? '' : words.seasonAlone(signedShare(season, language));
  return (
    <Figure text={signedShare(share, language)} under={[against, alone].filter(Boolean).join(' · ')}>
      <Mark mark={mark} />
    </Figure>
  );
}

function Resolution({
  resolution,
  low,
  whole,
}: {
  resolution: MonthlyTopicCandidate['resolution'];
  low: number;
  whole: number | null;
}) {
  const { language } = useScreen();
  const words = useWords(candidateWords);
  const { rate, lower, upper, numerator, denominator, mark } = resolution;
  const [some, all] = [countText(numerator, language), countText(denominator, language)];
  if (denominator === 0) return <Figure text={'\u2013'} under={words.nobodyAsked} />;
  if (mark === 'too_few')
    return (
      <Figure text={'\u2013'} under={words.fewAsked(some, all)}>
        <Mark mark={mark} />
      </Figure>
    );
  return (
    <td>
      <span className="candidate-figure">
        <ShareInterval rate={rate} lower={lower} upper={upper} low={low} whole={whole} />
        <span>{rateText(rate, language)}</span>
        <Mark mark={mark} />
      </span>
      <small>{words.of(some, all)}</small>
    </td>
  );
}

function Season({ season }: { season: MonthlyTopicCandidate['season'] }) {
  const { language } = useScreen();
  const words = useWords(candidateWords);
  const { known, p, peak, peak_factor: factor, in_season: isNow, months_to_peak: months } = season;
  if (!known) return <Figure text={p === null ? words.seasonUnknown : words.noSeason} under="" />;
  const name = peak === null ? '' : bucketTick(`2024-${String(peak).padStart(2, '0')}-01`, 'month', language);
  const text = isNow ? words.inSeason : months === 0 ? words.peakNow : words.peakIn(months ?? 0);
  const times = factor === null ? '' : exact(factor, language, 1);
  return <Figure text={text} under={words.peakOf(name, times)} />;
}

function Persistence({ persistence }: { persistence: MonthlyTopicCandidate['persistence'] }) {
  const { language } = useScreen();
  const words = useWords(candidateWords);
  const { above, known, run, since } = persistence;
  if (known === 0) return <Figure text={'\u2013'} under={words.unknown} />;
  return (
    <Figure
      text={words.of(countText(above, language), countText(known, language))}
      under={run > 1 && since ? words.run(run, bucketLabel(`${since}-01`, 'month', language)) : ''}
    />
  );
}

/** The cells of a candidate, in the order of the columns. */
export function CandidateCells(props: {
  candidate: MonthlyTopicCandidate;
  /** Where the scale of resolution begins, and the rate of all together. */
  low: number;
  whole: number | null;
}) {
  const { language } = useScreen();
  const words = useWords(candidateWords);
  const { candidate } = props;
  const { volume, spread, repeats } = candidate;
  const count = (value: number) => countText(value, language);
  return (
    <>
      <Figure text={count(volume.appeals)} under={rateText(volume.share, language)} />
      <Growth growth={candidate.growth} />
      <Growth growth={candidate.growth_previous} />
      <Figure
        text={spread.of === 0 ? '\u2013' : words.of(count(spread.subdistricts), count(spread.of))}
        under={spread.effective === null ? words.unknown : words.alike(exact(spread.effective, language, 1))}
      />
      <Resolution resolution={candidate.resolution} low={props.low} whole={props.whole} />
      <Figure
        text={rateText(repeats?.rate ?? null, language)}
        under={repeats ? words.of(count(repeats.numerator), count(repeats.denominator)) : words.unknown}
      />
      <Season season={candidate.season} />
      <Persistence persistence={candidate.persistence} />
    </>
  );
}
