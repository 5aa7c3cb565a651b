import { useState } from 'react';
import { CreateTokenDocument, RevokeTokenDocument, type TokenLineFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import { Dialog, FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { formatTime } from '../design/format.js';
import { Note, ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import overlay from '../design/overlay.module.css';

export function tokenState({ revokedAt, expiresAt }: TokenLineFragment): string {
  if (revokedAt != null) return `revoked ${formatTime(revokedAt)}`;
  if (expiresAt == null) return 'never expires';
  return `${Date.parse(expiresAt) < Date.now() ? 'expired' : 'expires'} ${formatTime(expiresAt)}`;
}

/** Why a token can no longer be revoked. */
export function whyEnded({ revokedAt }: TokenLineFragment): string | undefined {
  return revokedAt == null ? undefined : 'It was revoked already.';
}

interface NewTokenDialogProps {
  /** Whom it is for; without one, for a new service account of its name. */
  owner?: { id: string; name: string };
  onCreated: () => void;
  onClose: () => void;
}

export function NewTokenDialog({ owner, onCreated, onClose }: NewTokenDialogProps) {
  const [name, setName] = useState('');
  const [expires, setExpires] = useState('');
  const [isSuperuser, setIsSuperuser] = useState(false);
  const [secret, setSecret] = useState<string>();
  const { submit, problems } = useSubmit(CreateTokenDocument);
  if (secret !== undefined) return <SecretDialog name={name} secret={secret} onClose={onClose} />;
  return (
    <FormDialog
      title={owner ? `New token of ${owner.name}` : 'New service account with a token'}
      verb="Create token"
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const payload = await submit({
          input: {
            name,
            isSuperuser,
            ...(owner && { principalId: owner.id }),
            ...(expires !== '' && { expiresAt: new Date(`${expires}T23:59:59`).toISOString() }),
          },
        });
        const created = payload?.createToken.secret ?? undefined;
        if (created !== undefined) onCreated();
        setSecret(created);
        return false;
      }}
    >
      <TextField
        label={owner ? 'What it is for' : 'Name of the service account'}
        value={name}
        onChange={setName}
        autoFocus
        isRequired
      />
      <TextField
        label="Last day"
        type="date"
        value={expires}
        onChange={setExpires}
        hint="Without a day it never expires."
      />
      {owner && (
        <Checkbox isSelected={isSuperuser} onChange={setIsSuperuser}>
          With superuser rights, where its owner has them
        </Checkbox>
      )}
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Dialog title={`Token of ${name}`} isWide onClose={onClose}>
      <div className={layout.stackWide}>
        <Note tone="collision" icon="warn">
          <p>It is shown only now: the server does not keep it. Copy it to where it is used.</p>
        </Note>
        <TextField label="Token" value={secret} onChange={() => undefined} isMono isReadOnly />
        <div className={overlay.actions}>
          <Button
            icon={isCopied ? 'check' : 'copy'}
            onPress={() =>
              void navigator.clipboard.writeText(secret).then(() => {
                setIsCopied(true);
              })
            }
          >
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface RevokeTokenDialogProps {
  token: TokenLineFragment;
  onRevoked: () => void;
  onClose: () => void;
}

export function RevokeTokenDialog({ token, onRevoked, onClose }: RevokeTokenDialogProps) {
  const { submit, problems } = useSubmit(RevokeTokenDocument);
  return (
    <FormDialog
      title={`Revoke ${token.name}?`}
      verb="Revoke"
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const isDone = (await submit({ input: { id: token.id } }))?.revokeToken.revokedId != null;
        if (isDone) onRevoked();
        return isDone;
      }}
    >
      <p>
        Whoever uses it is refused from now on, and what it has open is closed. It belongs to {token.principal.name}.
      </p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
