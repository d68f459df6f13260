/**
 * The sentences an applicant agrees to, as the modal shows them and as the record of the consent hashes them (domain
 * 4.1): one text for both, so that what is on file is what was read. `{brand}` and `{phone}` are filled in on the
 * screen. A changed word is a new version.
 */
export const consentTexts = {
  /** Ticked for the application itself: reports, terms and the privacy notice. Required. */
  application: {
    version: 'application-1.en',
    text: 'I allow {brand} to get reports about me from the agencies named in the permission, to check my identity and decide on this application. I accept the terms and have received the privacy notice.',
  },
  /** Separate and optional; never a condition. */
  contact: {
    version: 'contact-1.en',
    text: '{brand} may call or text me at {phone} about my lease.',
  },
} as const;
