import type { Rule } from './rule.ts';

const drawer = /(^|\/)(src|utils?|helpers?|common|libs?|types|misc|shared|managers?|base|services?)(\/|\.\w+$)/;
const drawerName = /(^|\/)[\w-]*-(utils?|helpers?|manager|service)\.\w+$/;

export const noDrawers: Rule = {
  name: 'no room is a drawer for things without a name',
  instead: 'Name it after the noun or the verb it is, in the room that owns it.',
  find: (files) =>
    files
      .filter((file) => file.isCode)
      .filter((file) => drawer.test(file.path) || drawerName.test(file.path))
      .map((file) => ({ path: file.path, what: 'the name says nothing' })),
  refuses: [
    { 'src/lease.ts': '' },
    { 'core/utils.ts': '' },
    { 'server/common/id.ts': '' },
    { 'server/leases/lease-service.ts': '' },
  ],
  allows: [{ 'core/lease/sign.ts': '' }, { 'server/db/tables.ts': '' }, { 'server/leases/serve-lease.ts': '' }],
};
