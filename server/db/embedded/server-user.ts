import fs from 'node:fs';
import { CannotStart } from '#doorstep/cannot-start.mjs';

export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * Who runs the server: null means we ourselves. PostgreSQL refuses to run as root, so root hands it to the user who
 * owns the data, or for new data to `nobody`, whom every Linux has.
 */
export function chooseServerUser(cluster: string | null): ServerUser | null {
  const uid = process.getuid?.();
  if (uid === undefined) return null;
  const owner = cluster === null ? null : fs.statSync(cluster);
  if (uid !== 0) {
    if (owner === null || owner.uid === uid) return null;
    throw new CannotStart(
      `The data in ${cluster} belongs to another user (uid ${owner.uid}). Start FlexPay as that user or as root, or choose another FLEXPAY_DATA.`,
    );
  }
  return owner === null || owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };
}

/** Whether that user may walk down to a folder; permission lists beyond the nine mode bits are taken as a no. */
export function canEnter(folder: string, user: ServerUser): boolean {
  const { uid, gid, mode } = fs.statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = fs.realpathSync(`${folder}/..`);
  return parent === folder || canEnter(parent, user);
}

function nobody(): ServerUser {
  for (const line of fs.readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new CannotStart(
    'PostgreSQL does not run as root and this machine has no user "nobody". Start FlexPay as an ordinary user, or set DATABASE_URL.',
  );
}
