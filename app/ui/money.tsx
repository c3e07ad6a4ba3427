import { formatMoney } from '~/i18n/format';
import { useLanguage } from '~/i18n/text';

/** Yuan from integer fen; with `high_fen`, an estimate as a range. */
export function Money({
  value_fen,
  high_fen,
}: {
  value_fen: number;
  high_fen?: number | undefined;
}) {
  const language = useLanguage();
  const low = formatMoney(language, value_fen);
  return (
    <>
      <span className="whitespace-nowrap">{low}</span>
      {high_fen !== undefined && (
        <>
          {' – '}
          <span className="whitespace-nowrap">{formatMoney(language, high_fen)}</span>
        </>
      )}
    </>
  );
}
