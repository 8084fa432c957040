import type { JournalLine } from '../entry/entry';
import { tellBehaviour } from './behaviour';
import { tellExitAndPlan } from './exit-and-plan';
import { tellFrame } from './frame';
import { tellGovernance } from './governance';
import { tellImprovement } from './improvement';
import { tellIssuesAndDisputes } from './issues-and-disputes';
import { tellJointSystems } from './joint-systems';
import { tellMeasurement } from './measurement';
import { tellObjectives } from './objectives';
import { tellRatings } from './ratings';
import { tellRisks } from './risks';
import { Story } from './story';
import { tellSurroundings } from './surroundings';
import { tellValue } from './value';

/** The day on which the contract was signed; any number would do, but it must stay. */
const SEED = 20160401;

/**
 * North Road Services, a fictional highways contract between North Council and Fieldway, 2016 to 2026: a honeymoon, the
 * bad years of 2019 and 2020 (no sponsor, no board, late orders, an adjudication, ratings gone stale), a facilitated
 * reset in 2021, shared objectives, benefits that were counted, a tested exit strategy and an extension.
 *
 * Always the same lines, in the order in which they were recorded; each names its source as a sample.
 */
export function sampleJournal(): JournalLine[] {
  const story = new Story(SEED);
  tellFrame(story);
  tellGovernance(story);
  tellObjectives(story);
  tellJointSystems(story);
  tellRisks(story);
  tellIssuesAndDisputes(story);
  tellValue(story);
  tellImprovement(story);
  tellMeasurement(story);
  tellBehaviour(story);
  tellExitAndPlan(story);
  tellSurroundings(story);
  tellRatings(story);
  return story.journal();
}
