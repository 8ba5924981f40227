/** What a scope (document, section, lead, paragraph, mood, words of a sentence) makes of the figures in it. */
import { type Origin, origin } from '../../model/origin.ts';
import type { Status } from '../../model/vocabulary.ts';

/** A status and how it was come to. */
export type StatusDecision = { status: Status; origin: Origin };

/** What the figures of a sentence are unless its own words say otherwise, and whether the report states it: a mood is only felt. */
export type Mode = StatusDecision & { stated: boolean };

/** Where no scope says anything. */
export const ACHIEVED: Mode = { status: 'achieved', stated: false, origin: origin('DEFAULT') };

export const stated = (status: Status, from: Origin): Mode => ({ status, stated: true, origin: from });
