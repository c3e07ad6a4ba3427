/** What the 401 page carries so that nothing typed is lost: posted again after signing in. */
export interface KeptForm {
  code: 'access.signed_out';
  /** Path, query included, that the form was sent to. */
  resume: string;
  /** Absent where nothing could be kept. */
  fields?: [name: string, value: string][];
}

export function isKeptForm(value: unknown): value is KeptForm {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    value.code === 'access.signed_out' &&
    'resume' in value
  );
}
