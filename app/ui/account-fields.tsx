import { useText } from '~/i18n/text';
import type { FieldLike } from './field-wiring';
import { FieldGrid } from './form-layout';
import { TextField } from './text-field';

interface AccountFieldsProps {
  fields: Record<'name' | 'userName' | 'phone' | 'password' | 'passwordAgain', FieldLike>;
}

/** What a new person fills in about themselves. */
export function AccountFields({ fields }: AccountFieldsProps) {
  const t = useText('auth');
  return (
    <FieldGrid>
      <TextField
        field={fields.name}
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        required
      />
      <TextField
        field={fields.phone}
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        autoComplete="tel"
        required
      />
      <TextField
        field={fields.userName}
        label={t('userName')}
        hint={t('userNameHint')}
        autoComplete="username"
        required
      />
      <div className="hidden sm:block" />
      <PasswordFields fields={fields} />
    </FieldGrid>
  );
}

export function PasswordFields({
  fields,
}: {
  fields: Record<'password' | 'passwordAgain', FieldLike>;
}) {
  const t = useText('auth');
  return (
    <>
      <TextField
        field={fields.password}
        type="password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        required
      />
      <TextField
        field={fields.passwordAgain}
        type="password"
        label={t('passwordAgain')}
        hint={t('passwordAgainHint')}
        autoComplete="new-password"
        required
      />
    </>
  );
}
