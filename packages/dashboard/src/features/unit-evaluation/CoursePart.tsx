import type { EvaluationCourse } from '@hotline-atlas/model';
import { csvOf, download } from '@hotline-atlas/ui/answer/csv.ts';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled } from '@hotline-atlas/ui/format/joined.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { PanelTable } from '@hotline-atlas/ui/kit/PanelTable.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useTableSwitch } from '../../panel/useTableSwitch.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { CourseLines } from './CourseLines.tsx';
import { courseTable } from './courseTable.ts';
import { AskedPart } from './Part.tsx';
import { courseAddress } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { unitEvaluationWords } from './words.ts';
import { courseWords } from './words-course.ts';

/** Saves months of some units, with what they are and how they came about. */
export function useCourseFile(shown: UnitMonth): (course: EvaluationCourse, title: string) => void {
  const { language, meta, messages, label } = useScreen();
  const { group } = shown.answer.meta;
  return (course, title) => {
    const { as_of: asOf } = course.meta;
    const name = (unit: string) => label(group.by, unit);
    const remarks = [
      continued([title, ...course.units.map(({ unit }) => name(unit))], language),
      labelled(messages.how.version, String(asOf.version), language),
      ...(meta.synthetic ? [messages.syntheticLong] : []),
    ];
    const file = `${meta.code}-evaluation-${course.units.map(({ unit }) => unit).join('-')}-${shown.month}.csv`;
    download(file, csvOf(courseTable(course, name, language), remarks));
  };
}

/** As table or as lines, and as a file. */
function Buttons({ shown, course }: { shown: UnitMonth; course: EvaluationCourse }) {
  const words = useWords(unitEvaluationWords);
  const { title } = useWords(courseWords);
  const { isTable, flip } = useTableSwitch('course');
  const save = useCourseFile(shown);
  return (
    <>
      <IconButton
        icon={isTable ? 'chart' : 'table'}
        label={isTable ? words.chart : words.table}
        onClick={flip}
      />
      <IconButton icon="download" label={words.save} onClick={() => save(course, title)} />
    </>
  );
}

/** Score, rank and rates of the unit over thirteen months. */
export function CoursePart({ shown }: { shown: UnitMonth }) {
  const words = useWords(courseWords);
  const { language, label } = useScreen();
  const { isTable } = useTableSwitch('course');
  const { month, group, row, by } = shown;
  const view = useRequest<EvaluationCourse>(courseAddress(group, [row.code], month));
  const name = (unit: string) => label(by, unit);
  return (
    <AskedPart
      name="course"
      view={view}
      title={words.title}
      subtitle={words.subtitle}
      buttons={view.answer && <Buttons shown={shown} course={view.answer} />}
    >
      {(course) =>
        isTable ? (
          <PanelTable
            table={courseTable(course, name, language)}
            caption={labelled(words.title, bucketLabel(`${month}-01`, 'month', language), language)}
          />
        ) : (
          <CourseLines key={month} course={course} decimals={shown.answer.meta.scheme.decimals} />
        )
      }
    </AskedPart>
  );
}
