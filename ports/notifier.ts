/** Carries a message to a person. The text is already a row of ours when this is called. */
export type Notifier = {
  readonly name: string;
  readonly sandbox: boolean;
  deliver(message: { id: string; to: string; channel: 'email' | 'sms'; subject: string; body: string }): Promise<void>;
};
