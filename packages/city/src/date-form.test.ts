import { expect, test } from 'vitest';
import { dateForm, dateFormProblem } from './date-form.ts';

test.each([
  ['iso', '2024-02-29', '2024-02-29 00:00:00'],
  ['iso', '2024-02-29T23:59:59.123456+05:30', '2024-02-29 23:59:59+05:30'],
  ['iso', '2024-02-29T23:59+99:00', null],
  ['iso', '2024-02-29T23:59+05:99', null],
  ['iso', '2024-02-30', null],
  ['iso', '2024-00-10', null],
  ['iso', '2024-03-01 24:00:00', null],
  ['iso', '2024', null],
  ['iso', '10:30', null],
  ['iso', '10/05/2018', null],
  ['excel', '45292.5', '2024-01-01 12:00:00'],
  ['M/d/yy H:mm', '1/2/18 3:04', '2018-01-02 03:04:00'],
  ['M/d/yy H:mm', '1/2/70 3:04', '1970-01-02 03:04:00'],
  ['M/d/yy H:mm', '1/2/2018 3:04', null],
  ['M/d/yy H:mm', '13/2/18 3:04', null],
  ['M/d/yy H:mm', '1/2/18 24:00', null],
  ['M/d/yyyy', '1/2/18', null],
  ['MM/dd/yyyy', '1/2/2018', null],
  ['M/d/yyyy h:mm:ss a', '12/31/2017 12:00:00 AM', '2017-12-31 00:00:00'],
  ['M/d/yyyy h:mm:ss a', '12/31/2017 12:00:00 pm', '2017-12-31 12:00:00'],
  ['M/d/yyyy h:mm:ss a', '12/31/2017 13:00:00 PM', null],
  ['M/d/yyyy K:mm a', '12/31/2017 0:30 PM', '2017-12-31 12:30:00'],
  ['M/d/yyyy k:mm', '12/31/2017 24:30', '2017-12-31 00:30:00'],
  ['d MMM yyyy', '5 MAR 2018', '2018-03-05 00:00:00'],
  ['EEEE, d MMMM yyyy', 'Monday, 5 March 2018', '2018-03-05 00:00:00'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSS", '2018-03-05T01:02:03.456', '2018-03-05 01:02:03'],
  ['yyyy年M月d日 H时mm分', '2018年3月5日 1时02分', '2018-03-05 01:02:00'],
  ['dd.MM.yyyy HH:mm Z', '05.03.2018 01:02 -0800', '2018-03-05 01:02:00-0800'],
  ['dd.MM.yyyy HH:mm Z', '05.03.2018 01:02 +9900', null],
])('%s reads “%s” as %s', (form, text, time) => {
  expect(dateFormProblem(form)).toBeNull();
  expect(dateForm(form).read(text)).toBe(time);
});

test("a pattern that ends in 'UTC' is of UTC, one with an offset of that, others of the city", () => {
  const zones = ["yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd'T'HH:mm:ss'Z'", 'yyyy-MM-dd Z', 'yyyy-MM-dd'];
  expect(zones.map((form) => dateForm(form).zone)).toEqual(['utc', 'utc', 'offset', 'city']);
});

test.each([
  ['M/d/yyyy HH:mm a', 'need an hour of the half day: h or K instead of H'],
  ['M/d/yyyy h:mm', 'needs AM or PM (a)'],
  ['M/d/yyyy h:mm PST', 'the name PST stands for several offsets'],
  ["M/d/yyyy H:mm 'CEST'", 'the name CEST stands for several offsets'],
  ['M/d/yyyy H:mm z', 'names of zones such as PST'],
  ['DD/MM/yyyy', 'the day of the month is d'],
  ['MM/dd/yyyy HH:MM', 'it says the month twice (M is the month, m the minute)'],
  ['yyyy-MM-ddTHH:mm', "text stands in single quotes: 'T'"],
  ['HH:mm', 'a date needs year (y), month (M) and day (d)'],
  ['yyyyMd', 'M beside d can be parted in several ways'],
  ["yyyy-MM-dd 'at", 'a single quote has no end'],
  ['%m/%d/%Y', '“m” is no letter|a date needs|minute'],
  ['yyy-MM-dd', 'yyy: there may be 1, 2, 4 of “y”'],
])('“%s” is refused', (form, problem) => {
  expect(dateFormProblem(form)).toMatch(problem.includes('|') ? new RegExp(problem) : problem);
});
