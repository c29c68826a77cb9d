import { type Source, sourceSchema } from '@hotline-atlas/city';
import { expect, test } from 'vitest';
import { headSize } from '../text/open-text.ts';
import { layoutOf } from './layout.ts';

const sourceWith = (more: object = {}): Source => ({
  name: 'requests',
  ...sourceSchema.parse({
    title: { en: 'Requests' },
    optional: true,
    fields: { id: { column: 'id' }, received: { column: 'received' }, topic1: { column: 'topic' } },
    ...more,
  }),
});

const layout = (content: string, source = sourceWith(), whole = true) =>
  layoutOf({ name: 'file.csv', bytes: Buffer.from(content), whole }, source, 'csv');

const headed = (content: string, source = sourceWith()) => {
  const { columns, records, begin } = layout(content, source);
  return { columns, delimiter: records.delimiter, line: begin.line };
};

test('the header says what parts the fields, whatever its columns hold', () => {
  for (const delimiter of [',', ';', '\t', '|']) {
    const header = ['id', 'received', '"a,b;c|d\te"'].join(delimiter);
    for (const end of ['\n', '\r\n', '\r'])
      expect(headed(`${header}${end}1${end}`)).toEqual({
        columns: ['id', 'received', 'a,b;c|d e'],
        delimiter,
        line: 2,
      });
  }
});

test('a header that two delimiters part into what the source needs is not guessed', () => {
  const fields = { received: { column: ['a', 'b'] }, id: { column: ['x', 'y'] } };
  expect(() => layout('a,1;b;x;2,y\n', sourceWith({ fields }))).toThrow(
    'file.csv: both semicolon and comma part the header into the columns the source needs; set `delimiter` in the source requests',
  );
});

test('a sep= line says the delimiter, with blank lines around it', () => {
  expect(headed('sep=;\r\nid;received\r\n')).toEqual({
    columns: ['id', 'received'],
    delimiter: ';',
    line: 3,
  });
  expect(headed('\r\n"SEP=|"\r\n\r\nid|received\r\n')).toMatchObject({ delimiter: '|', line: 5 });
});

test('names of columns are the same with line ends, unusual spaces, invisible characters and other letter case', () => {
  const { columns, line } = headed(
    '"ID\r\n",\u200breceived\u00a0,"To\npic"\r\n',
    sourceWith({
      fields: { id: { column: 'id' }, received: { column: 'received' }, topic1: { column: 'To pic' } },
    }),
  );
  expect(columns).toEqual(['id', 'received', 'To pic']);
  expect(line).toBe(4);
});

test('two columns that differ in letter case only are not taken for one another', () => {
  expect(() => layout('Id,ID,received\n')).toThrow(
    /takes id from the column id, which the file does not have/,
  );
  expect(headed('Id,id,received\n').columns).toEqual(['Id', 'id', 'received']);
});

test('a column that a field needs and the header has twice is refused; others may be there twice', () => {
  expect(() => layout('id,received,topic,topic\n')).toThrow(
    'file.csv: the source requests takes topic1 from the column topic, which the file has 2 times (columns 3, 4); rename all but one',
  );
  expect(headed('id,received,x,x\n').columns).toEqual(['id', 'received', 'x', 'x']);
});

test('lines above the header are told', () => {
  expect(() => layout('Requests of 2024\n\n# made today\nid,received\n')).toThrow(
    'file.csv: the header is on line 4, not at the beginning; remove the 3 lines above it',
  );
});

test('another delimiter than the source says is told', () => {
  expect(() => layout('id\treceived\n', sourceWith({ delimiter: ';' }))).toThrow(
    /says that a semicolon parts the fields, but in this file it is a tab; correct `delimiter`/,
  );
});

test('a header that is none is told with its cause', () => {
  expect(() => layout('[{"id": 1}]\n')).toThrow(/the file holds JSON/);
  expect(() => layout('"id,received\n1,2\n')).toThrow(/its quotes do not match/);
  expect(() => layout('x'.repeat(headSize), sourceWith(), false)).toThrow(/does not end within a megabyte/);
  const bytes = Buffer.from('编号,id\n', 'utf8').subarray(1);
  expect(() => layoutOf({ name: 'file.csv', bytes, whole: true }, sourceWith(), 'csv')).toThrow(
    /is not UTF-8 text; name/,
  );
});

test('a delimiter at the end of header or lines is an empty column more', () => {
  const fields = (content: string) => {
    const { columns, records } = layout(content);
    return [columns.length, records.named, records.fields, records.most];
  };
  expect(fields('id,received\n1,a\n2,b\n')).toEqual([2, 2, 2, 2]);
  expect(fields('id,received\n1,a,\n2,b,\n3,c\n')).toEqual([3, 2, 2, 3]);
  expect(fields('id,received,\n1,a,\n')).toEqual([3, 2, 3, 3]);
  expect(fields('id,received,,\n1,a\n')).toEqual([4, 2, 4, 4]);
  expect(fields('id,received\n1,a,\n2,b\n3,c\n')).toEqual([2, 2, 2, 2]);
});

test('without a header the number of columns says what parts them', () => {
  const source = sourceWith({ header: ['id', 'received', 'topic'] });
  expect(headed('1;2,5;3\n', source)).toMatchObject({ delimiter: ';', line: 1 });
  expect(() => layout('1;2,3,4;5\n', source)).toThrow(/more than one delimiter gives 3 columns/);
  expect(headed('1,2\n', source)).toMatchObject({ delimiter: ',' });
});
