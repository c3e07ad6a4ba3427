import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { i18nFor } from '~/i18n/i18n.server';
import { DataTable, type Column } from './data-table';

interface Row {
  value: string;
  basis: string;
}
const columns: Column<Row>[] = [
  {
    key: 'value',
    header: '金额',
    cell: (row) => (
      <>
        {row.value}
        <span>{row.basis}</span>
      </>
    ),
  },
  { key: 'note', header: '备注', cell: () => null },
];

it('keeps the parts of a cell in one box beside its label, and leaves an empty cell empty', () => {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor('zh-CN')}>
      <DataTable
        caption="明细"
        columns={columns}
        rows={[{ value: '¥1.00', basis: '发票' }]}
        rowKey={(row) => row.value}
        empty={null}
      />
    </I18nextProvider>,
  );
  // On a phone a cell is a row of boxes: label, then what is in it.
  expect(markup).toMatch(/data-label="金额"><div[^>]*>¥1\.00<span>发票<\/span><\/div><\/td>/);
  expect(markup).toContain('data-label="备注"></td>');
});
