import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder of lists in the delimited format, for tests. Every name is made up, and plainly so: nobody is called that.
 */
export function testLists(change: Partial<typeof madeUp> = {}): {
  folder: string;
  write(file: string, text: string): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-lists-'));
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  for (const [file, text] of Object.entries({ ...madeUp, ...change })) write(file, text);
  return { folder, write };
}

export const madeUp = {
  'SDN.CSV': [
    '101,"QUILLFEATHER, Zorn Abelard","individual","INKWELL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 19 Jun 1970; alt. DOB 1975; POB Inkwell City; a.k.a. \'THE BLOT\'."',
    '102,"BLOTTING PAPER TRADING COMPANY","-0-","INKWELL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    '103,"UNBORN, Minnow","individual","INKWELL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    '104,"MARIA TINTORERA","vessel","INKWELL",-0- ,"TNTA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    '\u001a',
  ].join('\r\n'),
  'ALT.CSV': '101,9001,"aka","BARON OF THE INK",-0- \r\n101,9002,"aka","QUILLFEDDER, Sorn Abelard",-0- \r\n\u001a',
  'ADD.CSV': '101,8001,"1 Nib Lane","Inkwell City","Nowhere",-0- \r\n102,8002,-0- ,-0- ,"Nowhere",-0- \r\n\u001a',
  'SDN_COMMENTS.CSV': '103,"DOB circa 1988"\r\n\u001a',
  'CONS_PRIM.CSV':
    '201,"RANGER, Oatmeal","individual","PORRIDGE",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1950 to 1955."\r\n\u001a',
  'CONS_ALT.CSV': '\u001a',
  'CONS_ADD.CSV': '201,8101,-0- ,-0- ,"Nowhere",-0- \r\n\u001a',
};
