import { Form, Link, useSearchParams } from '@remix-run/react';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { buttonLooks } from './button-looks';

interface FilterFormProps {
  /** Names of the fields in the address; decides whether "clear" is offered. */
  names: readonly string[];
  /** Fields with `defaultValue` from the address. */
  children: ReactNode;
  /** On its button, where the fields choose something rather than filter. */
  action?: string;
}

/** Filters live in the address bar: they can be sent to a colleague and survive a reload. */
export function FilterForm({ names, children, action }: FilterFormProps) {
  const t = useText('common');
  const [search] = useSearchParams();
  const sort = search.get('sort');
  const filtered = names.some((name) => search.get(name));
  return (
    <Form
      method="get"
      key={search.toString()}
      className="no-print grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap sm:*:min-w-40"
    >
      {children}
      {sort && <input type="hidden" name="sort" value={sort} />}
      <div className="col-span-2 flex gap-2">
        <Button kind="secondary" {...(action === undefined && { icon: Search })}>
          {action ?? t('filter')}
        </Button>
        {filtered && (
          <Link to={sort ? `?sort=${sort}` : '?'} className={buttonLooks('quiet', false)}>
            {t('clearFilter')}
          </Link>
        )}
      </div>
    </Form>
  );
}
