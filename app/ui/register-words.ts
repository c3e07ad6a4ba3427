import type { EndReason, MemberRelationship, PersonCategory } from '~/domain/register';
import { useText } from '~/i18n/text';

/** The register's fixed words in the reader's language. */
export function useRegisterWords() {
  const t = useText('register');
  const categories: Record<PersonCategory, string> = {
    left_behind_child: t('cat_left_behind_child'),
    orphan: t('cat_orphan'),
    unattended_child: t('cat_unattended_child'),
    left_behind_elderly: t('cat_left_behind_elderly'),
    left_behind_woman: t('cat_left_behind_woman'),
    disabled: t('cat_disabled'),
    dibao: t('cat_dibao'),
    tekun: t('cat_tekun'),
  };
  const relationships: Record<MemberRelationship, string> = {
    head: t('rel_head'),
    spouse: t('rel_spouse'),
    child: t('rel_child'),
    grandchild: t('rel_grandchild'),
    parent: t('rel_parent'),
    sibling: t('rel_sibling'),
    other: t('rel_other'),
  };
  const endReasons: Record<EndReason, string> = {
    moved_away: t('end_moved_away'),
    died: t('end_died'),
    entered_twice: t('end_entered_twice'),
    other: t('end_other'),
  };
  return { categories, relationships, endReasons };
}

export function optionsOf<K extends string>(words: Record<K, string>) {
  return (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));
}
