import type { MovementKind } from '~/domain/ledger';
import { useText } from '~/i18n/text';

export function useMovementWords(): (kind: MovementKind) => string {
  const t = useText('stock');
  const words: Record<MovementKind, string> = {
    intake: t('kindIntake'),
    pack: t('kindPack'),
    open: t('kindOpen'),
    hold: t('kindHold'),
    release: t('kindRelease'),
    quarantine: t('kindQuarantine'),
    unquarantine: t('kindUnquarantine'),
    dispatch: t('kindDispatch'),
    receive: t('kindReceive'),
    hand_out: t('kindHandOut'),
    use: t('kindUse'),
    return: t('kindReturn'),
    adjust: t('kindAdjust'),
    lose: t('kindLose'),
    find: t('kindFind'),
    reverse: t('kindReverse'),
  };
  return (kind) => words[kind];
}
