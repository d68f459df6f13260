/** What a password has to be. The length alone is asked of a store's server; a person who chooses one sees both. */
export type PasswordRule = 'length' | 'notTheAddress';

export const passwordLengthMin = 8;
export const passwordLengthMax = 200;

/** The rules that a new password of the owner of this address does not meet yet, in the order they are shown. */
export function passwordRulesBroken(password: string, email: string): PasswordRule[] {
  const broken: PasswordRule[] = [];
  if (password.length < passwordLengthMin || password.length > passwordLengthMax) broken.push('length');
  if (password === '' || sameLetters(password) === sameLetters(email)) broken.push('notTheAddress');
  return broken;
}

const sameLetters = (text: string): string => text.trim().toLowerCase();
