/** Largest page anybody may ask for. */
export const largestPage = 200;
