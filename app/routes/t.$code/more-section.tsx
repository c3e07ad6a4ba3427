import { LockKeyhole } from 'lucide-react';
import { Link } from '@remix-run/react';
import type { AccountKind, MovementKind } from '~/domain/ledger';
import type { HopFlag } from '~/domain/trace';
import type { TextKey } from '~/i18n/catalogue-types';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { InstantText } from '~/ui/date-text';
import { useAmount, useName } from '~/ui/item-amount';
import type { HandedOutByItem, More, MoreEnd, MoreHop } from './trace-more.server';
import type { TraceView } from './trace-view.server';

const moveTexts = {
  intake: 'moveIntake',
  pack: 'movePack',
  open: 'moveOpen',
  hold: 'moveHold',
  release: 'moveRelease',
  quarantine: 'moveQuarantine',
  unquarantine: 'moveUnquarantine',
  dispatch: 'moveDispatch',
  receive: 'moveReceive',
  hand_out: 'moveHandOut',
  use: 'moveUse',
  return: 'moveReturn',
  adjust: 'moveAdjust',
  lose: 'moveLose',
  find: 'moveFind',
  reverse: 'moveReverse',
} as const satisfies Record<MovementKind, TextKey<'trace'>>;
const endTexts = {
  donor: 'endDonor',
  stock: 'endStock',
  quarantine: 'endQuarantine',
  hold: 'endHold',
  transit: 'endTransit',
  recipient: 'endRecipient',
  unnamed: 'endUnnamed',
  used: 'endUsed',
  loss: 'endLoss',
} as const satisfies Record<AccountKind, TextKey<'trace'>>;
const flagTexts = {
  in_future: 'flagFuture',
  before_previous: 'flagBefore',
} as const satisfies Record<HopFlag, TextKey<'trace'>>;

/** What this reader sees beyond the public page. */
export function MoreSection({ view, more }: { view: TraceView; more: More }) {
  const t = useText('trace');
  return (
    <section className="space-y-4 border-t border-line pt-6">
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        {t('moreLead')}
      </p>
      {more.donations.map(({ id, code }) => (
        <p key={id}>
          <Link
            to={`${paths.donations}/${id}`}
            className="inline-flex min-h-11 items-center font-medium text-persimmon underline underline-offset-4"
          >
            {t('openDonation', { code })}
          </Link>
        </p>
      ))}
      {more.handedOut.length > 0 && <HandedOut view={view} rows={more.handedOut} />}
      {more.hops.length > 0 && <Movements view={view} rows={more.hops} />}
    </section>
  );
}

function HandedOut({ view, rows }: { view: TraceView; rows: readonly HandedOutByItem[] }) {
  const t = useText('trace');
  const said = useSaid(view);
  const columns: Column<HandedOutByItem>[] = [
    { key: 'village', header: t('village'), heading: true, cell: (row) => row.village },
    { key: 'item', header: t('item'), cell: (row) => said(row).name },
    { key: 'quantity', header: t('quantity'), align: 'end', cell: (row) => said(row).amount },
  ];
  return (
    <DataTable
      caption={t('handedOutTitle')}
      columns={columns}
      rows={rows}
      rowKey={({ village, itemId }) => `${village} ${itemId}`}
      empty={null}
    />
  );
}

function Movements({ view, rows }: { view: TraceView; rows: readonly MoreHop[] }) {
  const t = useText('trace');
  const said = useSaid(view);
  const nameEnd = useEnd();
  const columns: Column<MoreHop>[] = [
    {
      key: 'movement',
      header: t('movement'),
      heading: true,
      cell: (row) => t(moveTexts[row.kind]),
    },
    {
      key: 'when',
      header: t('when'),
      cell: (row) => (
        <>
          <InstantText at={row.at} />
          {row.flags.map((flag) => (
            <span key={flag} className="block text-sm text-amber">
              {t(flagTexts[flag])}
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'way',
      header: t('way'),
      cell: (row) => t('endsJoined', { from: nameEnd(row.from), to: nameEnd(row.to) }),
    },
    { key: 'item', header: t('item'), cell: (row) => said(row).name },
    { key: 'quantity', header: t('quantity'), align: 'end', cell: (row) => said(row).amount },
  ];
  return (
    <DataTable
      caption={t('moreTitle')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
    />
  );
}

function useEnd(): (end: MoreEnd) => string {
  const t = useText('trace');
  return ({ kind, name }) => {
    const what = t(endTexts[kind]);
    return name === '' ? what : t('endAt', { place: name, what });
  };
}

function useSaid(view: TraceView) {
  const nameOf = useName();
  const amount = useAmount();
  return ({ itemId, quantity }: { itemId: string; quantity: number }) => {
    const item = view.items.find((one) => one.id === itemId);
    return item
      ? { name: nameOf(item), amount: amount(quantity, item.units) }
      : { name: '', amount: String(quantity) };
  };
}
