import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import { found } from '~/server/respond.server';
import { useAmount, useName } from '~/ui/item-amount';
import { pageTitle } from '~/ui/page-title';
import { PrintSheet } from '~/ui/print-sheet';
import { findHandout, nameHandout } from '~db/queries/handouts.server';
import { listItemsById } from '~db/queries/items.server';
import { useRecipientName } from '../handouts.$handoutId._index/use-handout-words';

/** A cell to write in by hand. */
const BLANK = '\u00a0';

export const handle = pageTitle('handouts', 'sheetTitle');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const figures = found(await findHandout(env.db, actor, idParam(params, 'handoutId')));
  const handout = await nameHandout(env, actor, figures);
  const items = await listItemsById(
    env.db,
    handout.lines.map(({ itemId }) => itemId),
  );
  const { programmeName, placeName, handoutOn } = handout;
  return {
    programmeName,
    placeName,
    handoutOn,
    lines: handout.lines.map(({ signOffs: _signOffs, ...line }) => line),
    items: items.map(({ id, nameZh, nameEn, units }) => ({ id, nameZh, nameEn, units })),
  };
}

/** The sheet to sign on paper, for a day without a device; its signatures are entered afterwards. */
export default function PrintHandoutPage() {
  const t = useText('handouts');
  const language = useLanguage();
  const { programmeName, placeName, handoutOn, lines, items } = useLoaderData<typeof loader>();
  const recipientName = useRecipientName();
  const nameOf = useName();
  const amount = useAmount();
  const cell = 'border border-ink px-2 py-3 text-start align-middle';
  return (
    <PrintSheet
      title={t('sheetTitle')}
      lead={`${placeName} · ${programmeName} · ${formatDay(language, handoutOn)}`}
    >
      {/* In the tab order, so that a sheet wider than the screen can be scrolled with the keyboard. */}
      <section
        aria-label={t('sheetTitle')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="overflow-x-auto print:overflow-visible"
      >
        <table className="w-full min-w-[34rem] border-collapse text-sm">
          <thead>
            <tr>
              {[
                t('sheetNo'),
                t('sheetName'),
                t('sheetItem'),
                t('due'),
                t('sheetGot'),
                t('sheetSize'),
                t('sheetSign'),
                t('sheetTime'),
              ].map((header) => (
                <th key={header} scope="col" className={cell}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const item = items.find(({ id }) => id === line.itemId);
              return (
                <tr key={line.id}>
                  <td className={cell}>{index + 1}</td>
                  <td className={cell}>{recipientName(line)}</td>
                  <td className={cell}>
                    {item && nameOf(item)} {line.size}
                  </td>
                  <td className={`${cell} whitespace-nowrap`}>
                    {item && amount(line.left, item.units, line.unitCode)}
                  </td>
                  <td className={cell}>{BLANK}</td>
                  <td className={cell}>{BLANK}</td>
                  <td className={`${cell} w-1/4`}>{BLANK}</td>
                  <td className={cell}>{BLANK}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className="pt-6 text-sm">{t('sheetFoot')}</p>
    </PrintSheet>
  );
}
