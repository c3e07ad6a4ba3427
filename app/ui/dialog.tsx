import { X } from 'lucide-react';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { buttonLooks, type ButtonKind } from './button-looks';

interface DialogProps {
  /** Unique on the page; without JavaScript also its address (#id). */
  id: string;
  /** Words of the link that opens it. */
  opener: ReactNode;
  openerKind?: ButtonKind | undefined;
  title: string;
  children: ReactNode;
}

/**
 * The browser's own modal dialog, with its focus trap and Escape. Without JavaScript the opener is
 * a link and the dialog a section of the page, shown by `:target`.
 */
export function Dialog({ id, opener, openerKind = 'secondary', title, children }: DialogProps) {
  const t = useText('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.showModal();
  };
  const close = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.close();
  };
  return (
    <>
      <a href={`#${id}`} onClick={open} className={buttonLooks(openerKind, false)}>
        {opener}
      </a>
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={`${id}-title`}
        className="m-auto w-full max-w-lg rounded-card border border-line bg-sheet p-0 text-ink shadow-lg"
      >
        <div className="space-y-4 p-5 sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <h2 id={`${id}-title`} className="text-lg">
              {title}
            </h2>
            <a
              href="#content"
              onClick={close}
              aria-label={t('close')}
              className="-m-2 grid size-11 shrink-0 place-items-center rounded-lg hover:bg-mist"
            >
              <X aria-hidden className="size-5" />
            </a>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
