/** Names under which published tables keep code, name and the codes of what a division lies in; the likeliest first. */
const CODE = [
  'code',
  '统计用区划代码',
  '行政区划代码',
  '区划代码',
  '代码',
  'adcode',
  'divisioncode',
  'id',
  'value',
];
const NAME = ['name', '名称', '区划名称', '行政区划名称', '单位名称', 'fullname', 'label', 'text'];
const WITHIN = [
  'parent',
  'parentcode',
  'parentid',
  'pid',
  '上级代码',
  '父级代码',
  'streetcode',
  'areacode',
  'citycode',
  'provincecode',
];

export interface Columns {
  code: number;
  name: number;
  within: number[];
}

/** Where code, name and the codes above stand among column names or keys; undefined where there is no code or no name. */
export function columnsOf(heads: readonly string[]): Columns | undefined {
  const said = heads.map((head) =>
    head
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s-]/g, ''),
  );
  const first = (known: readonly string[]) =>
    known.map((name) => said.indexOf(name)).find((at) => at >= 0);
  const [code, name] = [first(CODE), first(NAME)];
  if (code === undefined || name === undefined) return undefined;
  const within = WITHIN.map((head) => said.indexOf(head)).filter((at) => at >= 0 && at !== code);
  return { code, name, within };
}
