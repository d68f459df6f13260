/** The operator's brand. The server writes it here when it hands out the script (server/checkout/pages.ts). */
export const brand = '%FLEXPAY_BRAND%';
