export interface EnvelopeProps {
  /** The membership the form is drawn for; another is refused. */
  membershipId: string;
  /** UUID made with the form by its loader: sending it twice has effect once. */
  formKey: string;
  /** Version of the record the form was drawn from. */
  version?: number;
  intent?: string;
}

/** The hidden fields every form of a signed-in person carries. */
export function EnvelopeFields({ membershipId, formKey, version, intent }: EnvelopeProps) {
  return (
    <>
      <input type="hidden" name="_membership" value={membershipId} />
      <input type="hidden" name="_key" value={formKey} />
      {version !== undefined && <input type="hidden" name="_version" value={version} />}
      {intent !== undefined && <input type="hidden" name="_intent" value={intent} />}
    </>
  );
}
