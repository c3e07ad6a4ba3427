import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { i18nFor } from '~/i18n/i18n.server';
import type { Language } from '~/i18n/language';
import { Button } from './button';
import { Figures } from './figures';
import { Money } from './money';
import { Quantity } from './quantity';
import { SizeMatrix } from './size-matrix';
import { TextField } from './text-field';

/** What a browser without JavaScript gets. */
function html(element: ReactElement, language: Language = 'zh-CN'): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>{element}</I18nextProvider>,
  );
}

const words = (markup: string) => markup.replace(/<[^>]+>/g, '');

describe('a refused button', () => {
  const markup = html(
    <Button name="intent" value="receive" refusal={{ code: 'access.same_user' }}>
      收货
    </Button>,
  );

  it('cannot send its form, even without JavaScript', () => {
    expect(markup).toContain('type="button"');
    expect(markup).not.toContain('name="intent"');
  });

  it('says why, to sight and to a screen reader', () => {
    const reason = /aria-describedby="([^"]+)"/.exec(markup)?.[1];
    expect(reason).toBeTruthy();
    expect(markup).toContain(`id="${reason}"`);
    expect(words(markup)).toContain('要由另一位同事来办');
  });
});

describe('a field', () => {
  const markup = html(
    <TextField name="phone" label="电话" hint="手机或座机" required errors={['phone.form']} />,
  );

  it('is joined to its label, hint and error', () => {
    const id = /<input[^>]* id="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`for="${id}"`);
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain(`aria-describedby="${id}-error ${id}-hint"`);
  });

  it('speaks the error code in the reader’s language', () => {
    expect(words(markup)).toContain('这不像一个电话号码');
    const english = html(<TextField name="phone" label="Phone" errors={['phone.form']} />, 'en');
    expect(words(english)).toContain('does not look like a phone number');
  });

  it('shows the facts that an error string carries', () => {
    const errors = ['allocation.more_than_remainder {"left":1200}'];
    expect(words(html(<TextField name="q" label="数量" errors={errors} />))).toContain(
      '还差 1,200',
    );
  });
});

describe('figures', () => {
  const left = [{ label: '认捐', value: 1000 }];

  it('add up in silence', () => {
    const right = [
      { label: '已收', value: 998 },
      { label: '待到', value: 2 },
    ];
    expect(words(html(<Figures caption="去向" left={left} right={right} />))).not.toContain('相差');
  });

  it('say so when they do not', () => {
    const right = [{ label: '已收', value: 998 }];
    expect(words(html(<Figures caption="去向" left={left} right={right} />))).toContain('相差 2');
  });
});

describe('a size matrix', () => {
  const matrix = (rows: string[]) =>
    html(
      <SizeMatrix
        caption="数量"
        rows={rows.map((key) => ({ key, label: key }))}
        columns={[
          { key: '110', label: '110' },
          { key: '120', label: '120' },
        ]}
        nameOf={(row, column) => `${row}.${column}`}
        valueOf={(row, column) => (row === 'coat' ? column : undefined)}
        isOff={(row, column) => row === 'shoes' && column === '120'}
      />,
    );

  it('is plain inputs with names, labels and totals', () => {
    const markup = matrix(['coat', 'shoes']);
    expect(markup).toMatch(/<input[^>]*name="coat\.110"[^>]*aria-label="coat 110"[^>]*value="110"/);
    expect(words(markup)).toContain('230');
  });

  it('has no input where a size does not exist', () => {
    const markup = matrix(['coat', 'shoes']);
    expect(markup).toContain('name="shoes.110"');
    expect(markup).not.toContain('name="shoes.120"');
  });

  it('is a run of cells for one row', () => {
    expect(matrix(['coat'])).not.toContain('<table');
    expect(matrix(['coat', 'shoes'])).toContain('<table');
  });
});

describe('quantities and money', () => {
  it.each([
    ['zh-CN', 1, '1件'],
    ['zh-CN', 1200, '1,200件'],
    ['en', 1, '1piece'],
    ['en', 1200, '1,200pieces'],
  ] as const)('in %s, %d reads %s', (language, value, text) =>
    expect(words(html(<Quantity value={value} unit="piece" />, language))).toBe(text),
  );

  it('print yuan from fen, and a range', () => {
    expect(words(html(<Money value_fen={123450} />))).toBe('¥1,234.50');
    expect(words(html(<Money value_fen={100} high_fen={200} />, 'en'))).toBe('¥1.00 – ¥2.00');
  });
});
