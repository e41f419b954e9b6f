import { z } from 'zod'
import { Changed, Made, nothing, read, write } from './call-shape.ts'
import {
  Agreement,
  AgreementId,
  AgreementSummary,
  Commitment,
  DescribedChanges,
  DocumentId,
  EdtfText,
  Happening,
  Limit,
  NameId,
  NameRecord,
  NameValues,
  NameWithMentions,
  Offset,
  ProposalCount,
  QueryText,
  Refusal,
  RuleEffect,
  Selection,
  StandingRule,
  StandingRuleId,
  StandingRuleValues,
} from './schemas.ts'
import { nameTypes } from './vocabulary.ts'

/** Which proposals are taken for good: those of documents that a query finds, sure enough, and not of these rules. */
const Acceptable = z.strictObject({
  query: QueryText,
  confidence: z.number().min(0).max(1),
  /** Rules whose proposals a person wants to see: documents that have one of these wait. */
  except: z.array(z.string().max(200)).max(200),
})

/** Calls about what is read in texts - names, agreements, promises, descriptions - and what people decide about it. */
export const cataloguingCalls = {
  /** The register of agreements, the newest signed first. `on`: the day of which the status is wanted, else today. */
  'agreements.list': read(
    z.strictObject({ on: EdtfText.optional() }),
    z.strictObject({ agreements: z.array(AgreementSummary) }),
  ),
  'agreements.get': read(z.strictObject({ id: AgreementId, on: EdtfText.optional() }), Agreement),
  /** What was promised, what is due first before the rest, each with the later document that tells of its fulfilment. */
  'commitments.list': read(
    z.strictObject({ open: z.boolean().optional(), offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), commitments: z.array(Commitment) }),
  ),
  /** What texts say to have happened, by the day of the event, the latest first. */
  'happenings.list': read(
    z.strictObject({ offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), happenings: z.array(Happening) }),
  ),

  /** Authority records, those that most documents mention first; `text` is a part of any of their names. */
  'names.list': read(
    z.strictObject({ type: z.enum(nameTypes).optional(), text: z.string().max(300), offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), names: z.array(NameRecord) }),
  ),
  /** The record to which a name belongs. */
  'names.get': read(z.strictObject({ id: NameId }), NameWithMentions),
  'names.change': write(z.strictObject({ id: NameId, changes: NameValues.partial() }), Changed),
  /** Says that a name is another name of a record of the same kind. */
  'names.merge': write(z.strictObject({ id: NameId, into: NameId }), Changed),
  /** Says that a name stands for itself. */
  'names.split': write(z.strictObject({ id: NameId }), Changed),

  /** The next document that nobody has gone through, after the named one, of those that a query finds. */
  'cataloguing.next': read(
    z.strictObject({ query: QueryText, after: DocumentId.optional() }),
    z.strictObject({
      id: DocumentId.optional(),
      /** Documents of the query that nobody has gone through, and that somebody has. */
      left: z.int().min(0),
      done: z.int().min(0),
    }),
  ),
  /** Takes the proposals for a document as a person's word, these corrections in place of some, and marks it as gone through. */
  'cataloguing.accept': write(z.strictObject({ id: DocumentId, changes: DescribedChanges }), Changed),
  /** How many documents could be accepted at once, how many would wait, and what rules propose for all of them. */
  'cataloguing.preview': read(
    Acceptable,
    z.strictObject({ ready: z.int().min(0), waiting: z.int().min(0), proposals: z.array(ProposalCount) }),
  ),
  /** Accepts, in one act, every document whose proposals are all sure enough. */
  'cataloguing.acceptAll': write(Acceptable, Changed),
  /** Says that documents are to be gone through again. */
  'cataloguing.reopen': write(z.strictObject({ selection: Selection }), Changed),
  /** Says that a text does not say what was read in it, or that it does after all. */
  'cataloguing.refuse': write(z.strictObject({ id: DocumentId, refusal: Refusal, refused: z.boolean() }), Changed),

  'rules.list': read(nothing, z.strictObject({ rules: z.array(StandingRule) })),
  /** Makes a rule, or changes the one with this id. */
  'rules.save': write(
    z.strictObject({ id: StandingRuleId.optional(), values: StandingRuleValues }),
    Made(StandingRuleId),
  ),
  'rules.remove': write(z.strictObject({ id: StandingRuleId }), Changed),
  /** What a rule would change, without changing it. */
  'rules.preview': read(
    z.strictObject({ values: StandingRuleValues, limit: Limit }),
    z.strictObject({
      /** Documents that the query finds, and those of them that would change. */
      found: z.int().min(0),
      changing: z.int().min(0),
      effects: z.array(RuleEffect),
    }),
  ),
  /** Runs a rule on the whole archive, or all of them, as one act. A person's own values stay. */
  'rules.run': write(z.strictObject({ id: StandingRuleId.optional() }), Changed),
} as const
