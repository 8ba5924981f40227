/** The time of a figure: both ends inclusive, ISO 8601 dates cut to a year, a month or a day. */
export type Time = { from: string; to: string };

/** As one word, after the intervals of ISO 8601: 2025, 2025-01/2025-06. */
export const formatTime = ({ from, to }: Time): string => (from === to ? from : `${from}/${to}`);
