import type { ProxyRelationship, ReversalReason, SignOffOutcome } from '~/domain/sign-off';
import { useText } from '~/i18n/text';

/** The fixed words of signing, in the reader's language. */
export function useHandoutWords() {
  const t = useText('handouts');
  const outcomes: Record<SignOffOutcome, string> = {
    full: t('outcome_full'),
    partial: t('outcome_partial'),
    refused: t('outcome_refused'),
    absent: t('outcome_absent'),
  };
  const relationships: Record<ProxyRelationship, string> = {
    guardian: t('rel_guardian'),
    spouse: t('rel_spouse'),
    child: t('rel_child'),
    relative: t('rel_relative'),
    neighbour: t('rel_neighbour'),
    teacher: t('rel_teacher'),
    other: t('rel_other'),
  };
  const reasons: Record<ReversalReason, string> = {
    wrong_person: t('undo_wrong_person'),
    wrong_item: t('undo_wrong_item'),
    wrong_quantity: t('undo_wrong_quantity'),
    returned: t('undo_returned'),
    entered_twice: t('undo_entered_twice'),
    other: t('undo_other'),
  };
  return { outcomes, relationships, reasons };
}

/** Who a line is for, as the list says it. */
export function useRecipientName() {
  const t = useText('handouts');
  return (line: { name: string; householdId: string | null; unnamedCount: number | null }) => {
    if (line.unnamedCount !== null) return t('unnamedName', { count: line.unnamedCount });
    return line.householdId === null ? line.name : t('ofHousehold', { name: line.name });
  };
}
