// Made by `npm run api-types` from the description of the API; not edited by hand.

export interface paths {
    "/api/v1/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The relationships that this token may see */
        get: operations["relationshipsList"];
        put?: never;
        /**
         * Open the ledger of a relationship
         * @description For the operator alone.
         */
        post: operations["relationshipsEstablish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One relationship, as lists show it */
        get: operations["relationshipsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/selections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a partner selection, a ledger of the client alone
         * @description For the operator alone. It is read and written as a relationship is, by members of the client.
         */
        post: operations["selectionsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries, page by page, oldest or newest first
         * @description Conditions are joined by “and”.
         */
        get: operations["entriesList"];
        put?: never;
        /**
         * Log an entry
         * @description In the name of the token’s party; an auditor, who has none, logs audits and findings. Id and recorded time come from the ledger; entries are never changed.
         */
        post: operations["entriesLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry */
        get: operations["entriesOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail: every entry, in ledger order */
        get: operations["entriesTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree an entry, also with a lower severity */
        post: operations["answersAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note an entry: seen, neither agreed nor disputed */
        post: operations["answersNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispute an entry; say why in the text */
        post: operations["answersDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/remedy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was put right; for the party that logged it */
        post: operations["answersRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct an entry by what changes */
        post: operations["answersCorrect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void an entry; say why in the text */
        post: operations["answersVoidEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add evidence to an entry */
        post: operations["answersAddEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer many entries in one call
         * @description At most 200; each has its own outcome, and one that is refused does not keep the others back.
         */
        post: operations["answersAnswerMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store a file of evidence
         * @description The body is the file. It is stored by its content, and the same content again is the same answer, so that it needs no idempotency key. An entry cites it by its SHA-256.
         */
        post: operations["filesStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of evidence, to be saved */
        get: operations["filesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The score, at any pair of dates */
        get: operations["scoreScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/score/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The course of the score, as reported and restated */
        get: operations["scoreHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/score/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every term of the score of a factor, with the entries behind it */
        get: operations["scoreExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/rubric": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What levels and factors mean, for whoever rates: of one factor or of all */
        get: operations["scoreRubric"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/score/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The change of the score between two days, split into its causes */
        get: operations["scoreDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history entry by entry, the score after each, page by page */
        get: operations["scoreReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/factor-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the method: who agreed when, what each changed, and what that did to the score; at any pair of dates */
        get: operations["registersFactor-sets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/protocol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the protocol for using this record: what an entry is and is not, who sees what; at any pair of dates */
        get: operations["registersProtocol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of parties, with who joined, who left, and who took whose place; at any pair of dates */
        get: operations["registersParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of who may act and agree for a party, as of when; at any pair of dates */
        get: operations["registersMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of keys with which parties sign what they say, one for each device; at any pair of dates */
        get: operations["registersKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of why each party works together with the others; at any pair of dates */
        get: operations["registersCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of amendments of the contract; at any pair of dates */
        get: operations["registersAmendments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of options to extend the contract, as they were decided; at any pair of dates */
        get: operations["registersExtensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/vision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the joint vision; at any pair of dates */
        get: operations["registersVision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/competencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of behavioural and cultural competencies that were agreed; at any pair of dates */
        get: operations["registersCompetencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/arrangements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of reviews of governance and sponsorship; at any pair of dates */
        get: operations["registersArrangements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of governance bodies, with how often they met; at any pair of dates */
        get: operations["registersBodies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of meetings: planned, held, moved and missed; at any pair of dates */
        get: operations["registersMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of decisions, until they are carried out or dropped; at any pair of dates */
        get: operations["registersDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of decisions, approvals, access and information that were not given when due; at any pair of dates */
        get: operations["registersDelays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/sponsors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of executive sponsors, and vacancies of their posts; at any pair of dates */
        get: operations["registersSponsors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of what the sponsors set: systems, authorities, roles and behaviours; at any pair of dates */
        get: operations["registersFrameworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/objectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of objectives, with what each party wants of them and their milestones; at any pair of dates */
        get: operations["registersObjectives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of posts of operational leaders, with which assessments were made; at any pair of dates */
        get: operations["registersLeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/developments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of development of the leaders, planned and completed; at any pair of dates */
        get: operations["registersDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of systems that were merged, or reviewed and kept apart; at any pair of dates */
        get: operations["registersSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of joint processes, with when they were bypassed; at any pair of dates */
        get: operations["registersProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/communication-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the communication plan, with their next review; at any pair of dates */
        get: operations["registersCommunication-plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of joint communications, and what contradicted them; at any pair of dates */
        get: operations["registersCommunications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/knowledge-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the knowledge plan, with their next review; at any pair of dates */
        get: operations["registersKnowledge-plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of knowledge that was shared, or withheld; at any pair of dates */
        get: operations["registersKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/risks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of the joint register of risks: how they are judged, who bears them, and what happened; at any pair of dates */
        get: operations["registersRisks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of early warnings, with what they could affect; at any pair of dates */
        get: operations["registersWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of risks that were disclosed late, with how long they were known; at any pair of dates */
        get: operations["registersDisclosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of issues, with their level of the escalation ladder; at any pair of dates */
        get: operations["registersIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/ideas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of ideas, with who has to answer them, and whether it was in time; at any pair of dates */
        get: operations["registersIdeas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of benefits: what was forecast, and what came of it, in money where it is money; at any pair of dates */
        get: operations["registersBenefits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of what value means to each party; at any pair of dates */
        get: operations["registersValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/disbenefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of dis-benefits, with who bears them; at any pair of dates */
        get: operations["registersDisbenefits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of costs of collaborating; at any pair of dates */
        get: operations["registersCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of risks and rewards that were shared; at any pair of dates */
        get: operations["registersRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/assumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of whole-life cost assumptions, with their next review; at any pair of dates */
        get: operations["registersAssumptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/improvements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of improvements, with their targets and what came of them; at any pair of dates */
        get: operations["registersImprovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of lessons, with where they were applied, and where the same failed again; at any pair of dates */
        get: operations["registersLessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of practice of others: what was looked at, and what was taken over; at any pair of dates */
        get: operations["registersPractices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of performance indicators: their figures, what was done about a miss, and what was not; at any pair of dates */
        get: operations["registersIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of payments, and sums that were not paid when they were due; at any pair of dates */
        get: operations["registersPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/deductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of deductions for performance, by year and party; at any pair of dates */
        get: operations["registersDeductions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/behaviours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of principles, with the behaviours observed against them; at any pair of dates */
        get: operations["registersBehaviours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/coaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of coaching, with the principle that it was for; at any pair of dates */
        get: operations["registersCoaching"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/trust-indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of trust indicators: their figures, and what was done about a miss; at any pair of dates */
        get: operations["registersTrust-indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/exit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the exit strategy, with their parts, reviews and the next one; at any pair of dates */
        get: operations["registersExit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of versions of the relationship management plan, with their reviews and the next one; at any pair of dates */
        get: operations["registersPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/stakeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of stakeholders, with the impact on each group as each party sees it, and the next review; at any pair of dates */
        get: operations["registersStakeholders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of assessment rounds: who has handed in, and once revealed what; at any pair of dates */
        get: operations["registersRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of formal disputes, with the way that each has gone; at any pair of dates */
        get: operations["registersDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of candidates of a partner selection, by their likely fit; no award criterion unless published as one; at any pair of dates */
        get: operations["registersCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of audits, with their findings; at any pair of dates */
        get: operations["registersAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of findings of audits, with what was answered, until they are closed; at any pair of dates */
        get: operations["registersFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of what is due, and what was due and still is not done; of duties in an imported past nothing is said; at any pair of dates */
        get: operations["registersDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the parties see a factor alike, differently or not yet, and what became of it in a year; at any pair of dates */
        get: operations["questionsGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that wait for an answer, by the party that owes it; at any pair of dates */
        get: operations["questionsUnanswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/in-reply-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that may still be answered in time, and what they do to the score; at any pair of dates */
        get: operations["questionsIn-reply-time"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/late-logging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long after it happened each party logs; at any pair of dates */
        get: operations["questionsLate-logging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/sensitivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What answering could change: the score if all were agreed, or disputed, and from what is agreed alone; at any pair of dates */
        get: operations["questionsSensitivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes stale in 30, 60 and 90 days, and what the score becomes; at any pair of dates */
        get: operations["questionsForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each factor is from Established, and what is open to improve it; at any pair of dates */
        get: operations["questionsOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/to-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which factors to rate next, four a quarter, with what was said last and what was logged since; at any pair of dates */
        get: operations["questionsTo-rate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The score if some ratings, weights or events were others; nothing is written; at any pair of dates */
        get: operations["questionsWhat-if"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries that do most to the score; at any pair of dates */
        get: operations["questionsTop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is missing: planned against logged meetings and reports, and silent months; at any pair of dates */
        get: operations["questionsCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/evidence-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each entry rests on, and which evidence is missing, dead or without a hash; at any pair of dates */
        get: operations["questionsEvidence-check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in the last months, told to somebody who was not there; at any pair of dates */
        get: operations["questionsStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/audit-sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries for an auditor to look at, drawn by a seed: whoever draws again draws the same; at any pair of dates */
        get: operations["questionsAudit-sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The eight conditions of a mutual relationship: met, ageing or not met; at any pair of dates */
        get: operations["questionsReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The eight stages of ISO 44001, and what the record holds of each; at any pair of dates */
        get: operations["questionsStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five steps towards a joint relationship; at any pair of dates */
        get: operations["questionsSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well the relationship serves each side’s strategic drivers, and where their weights differ; at any pair of dates */
        get: operations["questionsDrivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The relationships of this token side by side, and what they come to by year of contract life
         * @description By title, without ranks. No relationship that the token may not see is in it, nor in a figure of the benchmark, and no figure is of fewer than five.
         */
        get: operations["portfolioPortfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the parties agreed to give to research: numbers, without texts, ids or dates
         * @description Of each relationship of this token what its latest `report.published` for research names by dates and hash, while every party agrees to that entry. What is known now decides: an agreement that was taken back gives nothing.
         */
        get: operations["extractExtracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What research would get of a relationship, for its parties to agree to */
        get: operations["extractExtract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/brought": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What working together brought, by financial and by contract year, with the score of the time
         * @description Side by side, not proof of cause. Every figure names the entries that it is the sum of.
         */
        get: operations["broughtBrought"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/baseline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of a partner selection: the levels of the chosen candidate, as entries for the relationship
         * @description The client logs them in the relationship; they have no effect before every party there agreed to them. Nothing of a rival is in them.
         */
        get: operations["baselineBaseline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/basis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a report rests on, in numbers: entries, the share agreed, method and checkpoint */
        get: operations["basisBasis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/due.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due, as a calendar; at any pair of dates
         * @description iCalendar (RFC 5545): a whole day for each duty, under a UID that stays. It needs a token or a session like every read; no token is taken from the address.
         */
        get: operations["dueCalendarDueCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/rounds/{round}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate in a round, sealed
         * @description Only a commitment is written to the ledger; the ratings lie encrypted beside it until every party has rated, or the round is closed. Then all are revealed together. Rating again before that replaces what was handed in.
         */
        post: operations["roundsHandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last signed checkpoint of the log
         * @description C2SP tlog-checkpoint: name of the log, number of entries, root of their tree; signed and cosigned.
         */
        get: operations["logCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/log/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a verifier pins: the key of the log, its witnesses and their quorum
         * @description C2SP tlog-policy. Keep it when the relationship begins; a verifier never takes it from the server.
         */
        get: operations["logPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/log/tile/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tile of the log: `LEVEL/INDEX` hashes, or `entries/INDEX` envelopes
         * @description C2SP tlog-tiles; a tile that is not full yet ends in `.p/WIDTH`.
         */
        get: operations["logTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that proves the record, and a verifier, as one archive
         * @description What `ledger export RELATIONSHIP --bundle FILE` writes: unpack it and run `node verify.mjs`, or bring it to the auditor’s desk of the web application. Bundles are made one after the other; one that would be larger than is served is exported on the command line.
         */
        get: operations["logBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/entries/{entry}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt of an entry
         * @description C2SP tlog-proof: its place in the log, the path to the root, the checkpoint. Keep it; it needs no server.
         */
        get: operations["logProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships/{relationship}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: one per new entry
         * @description First `reached` with `{position, revision}` of the last entry that there is: what was read before that position is read again. Then `entry` with `{position, revision, id, kind}` for each new one, without `id` and `kind` for who may read scores alone; read on with `seen=position`. The event’s id is the revision: `Last-Event-ID` resumes after it, without `reached`. A comment every 15 seconds keeps the connection alive.
         */
        get: operations["liveLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["sessionOwn"];
        put?: never;
        /**
         * Sign in with a token
         * @description Sets an HttpOnly, SameSite=Strict cookie, for the web and for server-sent events.
         */
        post: operations["sessionSignIn"];
        /**
         * Sign out
         * @description Takes the cookie away; the token itself holds on.
         */
        delete: operations["sessionSignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of the sample contract; in demo mode only */
        get: operations["demoMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as a member of the sample contract; in demo mode only */
        post: operations["demoSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of entry, with the fields that it asks for */
        get: operations["catalogueCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed list of problems, in order of precedence */
        get: operations["problemsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means and what to do */
        get: operations["problemsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The store answers and every read model is served */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Routes and numbers; never an id, never a text.
         */
        get: operations["healthRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemAnswer: {
            type: string;
            /** @description one sentence that says what to do */
            title: string;
            status: number;
            /** @description what exactly is wrong here */
            detail: string;
            /** @enum {string} */
            code: "invalid-json" | "invalid-entry" | "invalid-parameter" | "idempotency-key-missing" | "unauthenticated" | "forbidden" | "relationship-not-found" | "entry-not-found" | "not-found" | "method-not-allowed" | "relationship-exists" | "idempotency-key-reused" | "entry-exists" | "checkpoint-contradicted" | "import-closed" | "conflict" | "body-too-large" | "unsupported-media-type" | "unknown-kind" | "kind-not-writable" | "unknown-factor" | "unknown-party" | "invalid-date" | "effective-in-future" | "no-fault" | "sign-contradicts-data" | "invalid-answer" | "in-effect" | "not-allowed-now" | "signature-required" | "signature-invalid" | "too-many-requests" | "internal-error" | "store-unavailable" | "read-model-behind" | "receipt-not-ready" | "read-only" | "primary-only" | "disk-full";
            /** @description path of the field at fault */
            field?: string;
        };
        MoneyBody: {
            amount: string;
            currency: string;
        };
        RelationshipBody: {
            id: string;
            title: string;
            /** @description name of the client */
            client: string;
            /** @description name of the provider */
            provider: string;
            /** @description first day of the contract */
            start: string;
            /** @description last day of the contract */
            end?: string;
            reference?: string;
            sector?: string;
            /** @enum {string} */
            form?: "nec-term-service" | "nec-other" | "pfi-ppp" | "alliance-or-framework" | "other";
            annualValue?: components["schemas"]["MoneyBody"];
            extensionOptions?: string;
            /** @enum {string} */
            calendar?: "england-and-wales" | "scotland" | "northern-ireland" | "weekdays-only";
        };
        LoggedAnswer: {
            /** @description id of the entry */
            id: string;
            /** @description place in the ledger of the relationship, from 0 */
            revision: number;
            /** @description for `seen` */
            position: string;
            /** @description the ledger’s clock */
            recorded: string;
            /** @description address of the receipt, there within two seconds */
            proof: string;
        };
        WithoutProtocolAnswer: {
            /**
             * @description there is none; not all agree to it; all do, but did not when live entries began
             * @enum {string}
             */
            situation: "missing" | "waiting" | "late";
            /** @description id of the protocol that waits or came late */
            protocol: string | null;
            /** @description parties that have not agreed */
            waitingFor: string[];
            /** @description live entries that were logged without one */
            entries: number;
            /** @description id of the first of them */
            since: string;
        };
        AcceptanceAnswer: {
            party: string;
            entry: string;
        };
        RestsOnImportAnswer: {
            /** @description how many entries were imported */
            imported: number;
            /** @description who accepted them, and by which entry */
            acceptedBy: components["schemas"]["AcceptanceAnswer"][];
            /** @description parties that have not */
            waitingFor: string[];
        };
        PartyAnswer: {
            id: string;
            name: string;
        };
        RelationshipAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            id: string;
            title: string;
            parties: components["schemas"]["PartyAnswer"][];
            start: string | null;
            end: string | null;
            entries: number | null;
            score: number | null;
            level: string | null;
            /** @description true where any of its entries was imported */
            imported: boolean;
            /** @description true: a partner selection, of the client alone */
            selection: boolean;
            /** @description true: a fictional sample contract */
            sample: boolean;
        };
        RelationshipsAnswer: {
            relationships: components["schemas"]["RelationshipAnswer"][];
        };
        SelectionBody: {
            id: string;
            title: string;
            /** @description name of the client */
            client: string;
            /** @description first day of the contract */
            start: string;
            /** @description last day of the contract */
            end?: string;
            reference?: string;
            sector?: string;
            /** @enum {string} */
            form?: "nec-term-service" | "nec-other" | "pfi-ppp" | "alliance-or-framework" | "other";
            annualValue?: components["schemas"]["MoneyBody"];
            /** @enum {string} */
            calendar?: "england-and-wales" | "scotland" | "northern-ireland" | "weekdays-only";
        };
        CheckpointSeenBody: {
            /** @description entries under it */
            size: number;
            /** @description root of their tree, 32 bytes in base64 */
            root: string;
        };
        SignatureBody: {
            /** @description id of a key that the party registered */
            key: string;
            /** @description 32 random bytes in base64url, new for each entry: a part of the body that is signed */
            nonce: string;
            /** @description Ed25519, 64 bytes in base64, over the statement that docs/signing.md describes */
            value: string;
        };
        EvidenceBody: {
            title?: string;
            url?: string;
            /** @description SHA-256 of the file, 64 lower-case hex digits */
            sha256?: string;
            /** @description id of another entry of the relationship */
            entry?: string;
        };
        EntryBodyShape: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description a kind of the catalogue */
            kind: string;
            /** @description when it happened: YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant; every entry needs it, an answer has none */
            effective?: string;
            /** @description code of a factor */
            factor?: number;
            /** @enum {string} */
            sign?: "+" | "-" | "0";
            /** @enum {string} */
            severity?: "minor" | "moderate" | "major" | "critical";
            /** @description level of a rating */
            level?: number;
            /** @description the rating rests on evidence */
            evidenced?: boolean;
            text?: string;
            /** @description the fields of the kind, as the catalogue names them */
            data?: {
                [key: string]: unknown;
            };
            tags?: string[];
            evidence?: components["schemas"]["EvidenceBody"][];
            /** @description id of the entry that this one answers */
            answers?: string;
            /** @description where it is known from */
            source?: string;
            /** @description id shared by entries of one matter */
            correlation?: string;
            /** @description id of the entry that led to this one */
            causation?: string;
            /**
             * @description the entry reports what a court, an inspector or the press said; otherwise the party of the token
             * @enum {string}
             */
            party?: "third-party";
        };
        EntryNowAnswer: {
            effective: string | null;
            factor: number | null;
            /** @enum {string|null} */
            sign: "+" | "-" | "0" | null;
            /** @enum {string|null} */
            severity: "minor" | "moderate" | "major" | "critical" | null;
            /** @description level of a rating, 0 to 4 */
            level: number | null;
            /** @description the rating rests on evidence */
            evidenced: boolean | null;
            text: string | null;
            data: {
                [key: string]: unknown;
            };
            evidence: components["schemas"]["EvidenceBody"][];
            tags: string[];
        };
        EntryAnswer: {
            position: string;
            revision: number;
            id: string;
            relationship: string;
            kind: string;
            effective: string | null;
            recorded: string;
            /** @description the ledger’s own time of an imported entry */
            ledgerRecorded: string;
            imported: boolean;
            party: string;
            member: string | null;
            /** @description of a third party’s entry the party whose member logged it; null of all others */
            loggedBy: string | null;
            factor: number | null;
            /** @enum {string|null} */
            sign: "+" | "-" | "0" | null;
            /** @enum {string|null} */
            severity: "minor" | "moderate" | "major" | "critical" | null;
            /** @description level of a rating, 0 to 4 */
            level: number | null;
            /** @description the rating rests on evidence */
            evidenced: boolean | null;
            text: string | null;
            data: {
                [key: string]: unknown;
            };
            evidence: components["schemas"]["EvidenceBody"][];
            tags: string[];
            /** @description where it is known from */
            source: string | null;
            /** @description id shared by entries of one matter */
            correlation: string | null;
            /** @description id of the entry that led to it */
            causation: string | null;
            /** @description id of the entry that it answers */
            answers: string | null;
            /** @description how it reads at both clocks; null where nothing was corrected by then */
            now: components["schemas"]["EntryNowAnswer"] | null;
            /** @description what the parties made of it */
            status: string | null;
            answeredBy: string[];
        };
        EntriesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            entries: components["schemas"]["EntryAnswer"][];
            /** @description entries of the ledger when the page was read, whatever was asked for */
            ledgerSize: number;
            /** @description for `after`; null at the end */
            next: string | null;
        };
        TrailAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            /** @description of the entries in this page */
            count: number;
            entries: components["schemas"]["EntryAnswer"][];
            /** @description cursor of the next page; null on the last */
            next: string | null;
        };
        TextAndDataBody: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description the reason, or a remark */
            text?: string;
            /** @description agreement: `severity`, a lower one than was given; correction: the fields that change; remedy: `action`, otherwise the text */
            data?: {
                [key: string]: unknown;
            };
        };
        TextBody: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description the reason, or a remark */
            text?: string;
        };
        EvidenceAnswerBody: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description the reason, or a remark */
            text?: string;
            evidence: components["schemas"]["EvidenceBody"][];
        };
        ListedAnswerBody: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description the reason, or a remark */
            text?: string;
            /** @description agreement: `severity`, a lower one than was given; correction: the fields that change; remedy: `action`, otherwise the text */
            data?: {
                [key: string]: unknown;
            };
            /** @description id of the entry that is answered */
            entryId: string;
            /** @enum {string} */
            answer: "agreement" | "note" | "dispute" | "remedy" | "correction" | "void" | "evidence";
            /** @description with the answer `evidence` */
            evidence?: components["schemas"]["EvidenceBody"][];
        };
        OutcomeAnswer: {
            entryId: string;
            /** @description status that the answer would have had alone */
            status: number;
            logged?: components["schemas"]["LoggedAnswer"];
            problem?: components["schemas"]["ProblemAnswer"];
        };
        FileAnswer: {
            /** @description of its content; what evidence cites it by */
            sha256: string;
            bytes: number;
            /** @description as it was first sent */
            type: string;
        };
        HeldBackAnswer: {
            /** @description level that the headline alone would give */
            from: string;
            /** @description codes of the factors that keep it from the next level: too low for their weight, stale or missing */
            factors: number[];
            /** @description ids of the critical entries that do */
            entries: string[];
        };
        IndependentRatingAnswer: {
            factor: number;
            entry: string;
            /** @enum {string|null} */
            assessor: "facilitator" | "certification-body" | "internal-audit" | "peer" | "inquiry" | null;
            /** @description 0 to 4 */
            level: number;
            effective: string | null;
            ageDays: number;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
        };
        GroupScoreAnswer: {
            id: string;
            /** @description 0 to 100 */
            score: number | null;
        };
        FactorScoreAnswer: {
            code: number;
            name: string;
            weight: number;
            /** @description 0 to 100; null where missing or not applicable */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description it is part of the headline */
            counted: boolean;
            /** @description what both parties’ ratings come to */
            jointRating: number | null;
            /** @description weight of the ratings */
            assessmentWeight: number;
            /** @description decayed weight of what speaks for it */
            positive: number;
            /** @description decayed weight of what speaks against it */
            negative: number;
            /** @description points between the highest and the lowest rating of the parties, 0 to 100 */
            gap: number | null;
            /** @description 0 to 1 */
            confidence: number;
            /** @description by party: level, ageDays, evidenced */
            ratings: {
                [key: string]: {
                    level: number;
                    ageDays: number;
                    evidenced: boolean;
                };
            };
        };
        ScoreAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            factorSet: string;
            insufficientEvidence: boolean;
            /** @description ids of the entries that cap the level */
            criticalOpen: string[];
            /** @description what keeps the level below that of the headline; null: nothing does */
            heldBack: components["schemas"]["HeldBackAnswer"] | null;
            /** @description the latest of each kind of assessor for each factor: shown beside the parties’ own, never counted */
            independent: components["schemas"]["IndependentRatingAnswer"][];
            groups: components["schemas"]["GroupScoreAnswer"][];
            factors: components["schemas"]["FactorScoreAnswer"][];
        };
        PointAnswer: {
            asOf: string;
            score: number | null;
            low: number;
            high: number;
            coverage: number;
            confidence: number;
            alignment: number | null;
            level: string | null;
            factorSet: string;
        };
        RestatedAnswer: {
            factorSet: string;
            points: components["schemas"]["PointAnswer"][];
        };
        FactorPointAnswer: {
            asOf: string;
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
        };
        FactorCourseAnswer: {
            code: number;
            name: string;
            /** @description under the version in force at each point */
            points: components["schemas"]["FactorPointAnswer"][];
            /** @description under the version of `restated` */
            restated: components["schemas"]["FactorPointAnswer"][];
        };
        HistoryAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            knownAt: string | null;
            points: components["schemas"]["PointAnswer"][];
            restated: components["schemas"]["RestatedAnswer"];
            /** @description where `factor` asks for them */
            factors?: components["schemas"]["FactorCourseAnswer"][];
        };
        RatingTermAnswer: {
            /** @description id of the rating */
            entry: string;
            party: string;
            level: number;
            evidenced: boolean;
            effective: string;
            ageDays: number;
            /** @description what age leaves of it, 0 to 1 */
            freshness: number;
            /** @description what it adds to the assessment weight */
            weight: number;
            /** @description the rating in points */
            points: number;
            /** @description all entries behind it: of a round one per member */
            entries: string[];
        };
        EventTermAnswer: {
            /** @description id of the entry */
            entry: string;
            kind: string;
            /** @enum {string} */
            sign: "+" | "-" | "0";
            severity: string;
            status: string;
            effective: string;
            ageDays: number;
            freshness: number;
            /** @description what it adds, after the limits */
            weight: number;
            weightBeforeLimits: number;
            /**
             * @description the limit it falls under
             * @enum {string}
             */
            limit: "minor" | "unagreed" | "agreed-heavy" | "agreed-moderate";
        };
        CapAnswer: {
            minorCap: number;
            unagreedCap: number;
            eventWeightCap: number;
            weightBeforeLimits: number;
            weight: number;
        };
        TermsAnswer: {
            ratings: components["schemas"]["RatingTermAnswer"][];
            events: components["schemas"]["EventTermAnswer"][];
            cap: components["schemas"]["CapAnswer"];
            gap: number | null;
            /** @description how the terms make the score */
            formula: string;
        };
        ExplanationAnswer: {
            code: number;
            name: string;
            weight: number;
            /** @description 0 to 100; null where missing or not applicable */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description it is part of the headline */
            counted: boolean;
            /** @description what both parties’ ratings come to */
            jointRating: number | null;
            /** @description weight of the ratings */
            assessmentWeight: number;
            /** @description decayed weight of what speaks for it */
            positive: number;
            /** @description decayed weight of what speaks against it */
            negative: number;
            /** @description points between the highest and the lowest rating of the parties, 0 to 100 */
            gap: number | null;
            /** @description 0 to 1 */
            confidence: number;
            /** @description by party: level, ageDays, evidenced */
            ratings: {
                [key: string]: {
                    level: number;
                    ageDays: number;
                    evidenced: boolean;
                };
            };
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method */
            factorSet: string;
            terms: components["schemas"]["TermsAnswer"];
            /** @description what others than the parties say: no term of it */
            independent: components["schemas"]["IndependentRatingAnswer"][];
        };
        LevelAnswer: {
            level: number;
            name: string;
            meaning: string | null;
        };
        RubricFactorAnswer: {
            code: number;
            name: string;
            weight: number;
            aim: string | null;
            /** @description false while all agree that it is not applicable */
            applicable: boolean;
            /** @description nobody may agree that it is not */
            alwaysApplies: boolean;
        };
        RubricAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            factorSet: string;
            /** @description id of the entry that agrees to it; null of the built-in set */
            entry: string | null;
            scale: components["schemas"]["LevelAnswer"][];
            factors: components["schemas"]["RubricFactorAnswer"][];
        };
        EndAnswer: {
            asOf: string;
            score: number | null;
        };
        FactorDifferenceAnswer: {
            code: number;
            /** @description sum of the four parts */
            contribution: number;
            ratings: number;
            events: number;
            corrections: number;
            time: number;
        };
        DifferenceAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            from: components["schemas"]["EndAnswer"];
            to: components["schemas"]["EndAnswer"];
            change: number | null;
            factors: components["schemas"]["FactorDifferenceAnswer"][];
            coverageEffect: number | null;
            methodEffect: number | null;
        };
        StepAnswer: {
            revision: number;
            id: string;
            kind: string;
            asOf: string;
            score: number | null;
            level: string | null;
            coverage: number;
        };
        ReplayAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            /** @description null: no effective date is too late */
            asOf: string | null;
            /** @description null: all that is known now */
            knownAt: string | null;
            steps: components["schemas"]["StepAnswer"][];
            /** @description cursor of the next page; null on the last */
            next: string | null;
        };
        BuiltInSetAnswer: {
            version: string;
            /** @description last day of it */
            inForceTo: string | null;
        };
        AgreedByAnswer: {
            party: string;
            on: string;
        };
        FactorChangeAnswer: {
            code: number;
            name: string;
        };
        WeightChangeAnswer: {
            code: number;
            name: string;
            weightBefore: number;
            weight: number;
        };
        MethodChangeAnswer: {
            /** @description the version before */
            from: string;
            added: components["schemas"]["FactorChangeAnswer"][];
            /** @description they keep their history */
            removed: components["schemas"]["FactorChangeAnswer"][];
            reweighted: components["schemas"]["WeightChangeAnswer"][];
            /** @description parameters that differ */
            parameters: string[];
        };
        MethodEffectAnswer: {
            /** @description under the version before */
            before: number;
            /** @description under this one */
            after: number;
            effect: number;
        };
        FactorSetVersionAnswer: {
            version: string;
            /**
             * @description `waiting`: put to agreement, and not all agreed; `agreed`: by all, and not in force yet
             * @enum {string}
             */
            situation: "proposed" | "waiting" | "agreed" | "in-force" | "replaced";
            proposedBy: string | null;
            proposed: string | null;
            reason: string | null;
            agreedBy: components["schemas"]["AgreedByAnswer"][];
            /** @description parties that have not agreed */
            waitingFor: string[];
            /** @description null while not all agreed */
            inForceFrom: string | null;
            /** @description last day of it */
            inForceTo: string | null;
            change: components["schemas"]["MethodChangeAnswer"];
            /** @description the score on the day of the change under both versions; null before, and without a score */
            methodEffect: components["schemas"]["MethodEffectAnswer"] | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        FactorSetsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            inForce: string;
            /** @description holds before the parties agree another */
            builtIn: components["schemas"]["BuiltInSetAnswer"];
            factorSets: components["schemas"]["FactorSetVersionAnswer"][];
        };
        ProtocolAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "waiting" | "in-force" | "replaced";
            nextReview: string | null;
            /** @description of the one in force alone */
            reviewOverdue: boolean;
            /** @description what an entry is, and is not */
            standing: string | null;
            /** @description who may see what */
            disclosure: string | null;
            retentionYears: number | null;
            /** @description in which an entry is answered; null: those of the method */
            answerDays: number | null;
        };
        ProtocolsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            protocol: components["schemas"]["ProtocolAnswer"][];
        };
        PartyOfRegisterAnswer: {
            id: string;
            name: string | null;
            /** @enum {string|null} */
            role: "client" | "provider" | "partner" | null;
            /**
             * @description joining and leaving: not all agreed to it
             * @enum {string}
             */
            situation: "joining" | "party" | "leaving" | "left";
            since: string | null;
            until: string | null;
            /** @description why it leaves */
            reason: string | null;
            /** @description party whose place it took, by novation */
            replaces: string | null;
            replacedBy: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        PartiesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            parties: components["schemas"]["PartyOfRegisterAnswer"][];
        };
        MemberOfRegisterAnswer: {
            /** @description null where it was erased */
            member: string | null;
            /** @description that says so; joint: all of them */
            party: string;
            /** @enum {string} */
            situation: "admitted" | "expired" | "withdrawn";
            post: string | null;
            /** @enum {string|null} */
            role: "member" | "sponsor" | "facilitator" | "auditor" | "reader" | null;
            /** @description whether the member logs in the party’s name */
            mayAct: boolean;
            /** @description and agrees for it */
            mayAgree: boolean;
            /** @description the first time */
            admitted: string | null;
            /** @description when the authority ends by itself */
            until: string | null;
            withdrawn: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        MembersAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            members: components["schemas"]["MemberOfRegisterAnswer"][];
        };
        SigningKeyAnswer: {
            /** @description first 16 hex digits of the SHA-256 of the public key */
            keyId: string;
            party: string;
            /** @description null where it was not said, or erased */
            device: string | null;
            /** @description 32 bytes of Ed25519 in hex */
            publicKey: string;
            /**
             * @description waiting: it signs nothing until a sponsor of the party agrees to it
             * @enum {string}
             */
            situation: "waiting" | "in-effect" | "revoked";
            /** Format: date-time */
            registered: string;
            /** @description when a sponsor stood behind it: from then on it signs */
            inEffect: string | null;
            /** @description when it was revoked, for ever */
            revoked: string | null;
            /** @description why it was revoked */
            reason: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        KeysAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            keys: components["schemas"]["SigningKeyAnswer"][];
        };
        MoneyAnswer: {
            /** @description exact, as it was said or added up */
            amount: string;
            currency: string;
        };
        CaseAnswer: {
            party: string;
            /** @enum {string|null} */
            pressure: "funding" | "scarce-skills" | "provider-resilience" | "re-procurement-cost" | "margin" | "other" | null;
            position: string | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            firstRecorded: string | null;
            /** @description the last time */
            reviewed: string | null;
            nextReview: string | null;
            reviewOverdue: boolean;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        CasesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            cases: components["schemas"]["CaseAnswer"][];
        };
        ContractAmendmentAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            title: string | null;
            /** @enum {string|null} */
            what: "scope" | "price" | "specification" | "term" | "party" | "other" | null;
            reference: string | null;
            value: components["schemas"]["MoneyAnswer"] | null;
            /** @description of the contract, where it moves */
            end: string | null;
        };
        AmendmentsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            amendments: components["schemas"]["ContractAmendmentAnswer"][];
        };
        ExtensionAnswer: {
            option: string | null;
            /**
             * @description the last word
             * @enum {string|null}
             */
            outcome: "exercised" | "declined" | "deferred" | null;
            basis: string | null;
            decided: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            end: string | null;
            reprocurementAvoided: components["schemas"]["MoneyAnswer"] | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ExtensionsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description what the contract offers, as it was established */
            options: string | null;
            /** @description when the contract ends, with all amendments and extensions */
            end: string | null;
            extensions: components["schemas"]["ExtensionAnswer"][];
        };
        VisionVersionAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "waiting" | "in-force" | "replaced";
            nextReview: string | null;
            /** @description of the one in force alone */
            reviewOverdue: boolean;
            vision: string | null;
            addedValueClient: string | null;
            addedValueProvider: string | null;
            measure: string | null;
        };
        VisionAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            vision: components["schemas"]["VisionVersionAnswer"][];
        };
        CompetenciesVersionAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "waiting" | "in-force" | "replaced";
            nextReview: string | null;
            /** @description of the one in force alone */
            reviewOverdue: boolean;
            competencies: string | null;
            coaching: string | null;
            indicators: string | null;
        };
        CompetenciesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            competencies: components["schemas"]["CompetenciesVersionAnswer"][];
        };
        ArrangementAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string|null} */
            covers: "governance" | "sponsorship" | "both" | null;
            /** @enum {string|null} */
            conducive: "yes" | "with-changes" | "no" | null;
            finding: string | null;
            understoodAtAllLevels: string | null;
        };
        ArrangementsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            arrangements: components["schemas"]["ArrangementAnswer"][];
        };
        BodyAnswer: {
            id: string;
            title: string | null;
            terms: string | null;
            /** @enum {string|null} */
            meets: "weekly" | "fortnightly" | "monthly" | "every-two-months" | "quarterly" | "half-yearly" | "yearly" | null;
            quorum: string | null;
            established: string | null;
            establishedBy: string | null;
            /** @description the next meeting by its rhythm */
            next: string | null;
            lastHeld: string | null;
            /** @description meetings */
            held: number;
            moved: number;
            missed: number;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        BodiesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            bodies: components["schemas"]["BodyAnswer"][];
        };
        MeetingAnswer: {
            body: string;
            title: string | null;
            /**
             * @description missed: also while the ledger has not yet said so
             * @enum {string}
             */
            situation: "planned" | "held" | "moved" | "missed";
            /** @description the day in the rhythm of its body */
            planned: string | null;
            /** @description it can be held until the end of that day */
            due: string | null;
            movedTo: string | null;
            held: string | null;
            quorate: boolean | null;
            attended: string | null;
            minutes: string | null;
            by: string | null;
            /** @enum {string|null} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description id of the entry that says so */
            missed: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        MeetingsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            meetings: components["schemas"]["MeetingAnswer"][];
        };
        DecisionAnswer: {
            id: string;
            title: string | null;
            /** @enum {string} */
            situation: "open" | "done" | "dropped" | "superseded";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            body: string | null;
            /** @description null: all */
            owner: string | null;
            ownerRole: string | null;
            decided: string | null;
            by: string | null;
            due: string | null;
            /** @description it is open, and that day is over */
            late: boolean;
            closed: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        DecisionsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            decisions: components["schemas"]["DecisionAnswer"][];
        };
        DelayAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @description whose it was */
            about: string | null;
            /** @enum {string|null} */
            what: "decision" | "approval" | "information" | "access" | "instruction" | "other" | null;
            due: string | null;
            effect: string | null;
        };
        DelaysAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            delays: components["schemas"]["DelayAnswer"][];
        };
        SponsorAnswer: {
            party: string;
            /** @enum {string} */
            situation: "unknown" | "in-post" | "vacant" | "party-left";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description a post, never a person */
            role: string | null;
            /** @description the last one */
            appointed: string | null;
            /** @description whether the one before handed over */
            handover: boolean | null;
            /** @description the last one who did */
            left: string | null;
            /** @description who stands in while it is vacant */
            interim: string | null;
            /** @description while it is vacant, until the end of this day */
            fillBy: string | null;
            /** @description ids of the entries that say it was vacant beyond its limit */
            vacant: string[];
            /** @description how often a sponsor was visibly engaged */
            engaged: number;
            lastEngaged: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        SponsorsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            sponsors: components["schemas"]["SponsorAnswer"][];
        };
        FrameworkAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "waiting" | "in-force" | "replaced";
            nextReview: string | null;
            /** @description of the one in force alone */
            reviewOverdue: boolean;
            systems: string | null;
            authorities: string | null;
            roles: string | null;
            behaviours: string | null;
        };
        FrameworksAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            frameworks: components["schemas"]["FrameworkAnswer"][];
        };
        StakeAnswer: {
            drivers: string | null;
            weight: number | null;
        };
        StakesAnswer: {
            client: components["schemas"]["StakeAnswer"];
            provider: components["schemas"]["StakeAnswer"];
        };
        AmendmentAnswer: {
            entry: string;
            effective: string | null;
            change: string | null;
        };
        MilestoneAnswer: {
            id: string;
            title: string | null;
            /** @description as last moved by consensus */
            due: string | null;
            /**
             * @description `none`: it was never set
             * @enum {string}
             */
            situation: "none" | "set" | "missed" | "met";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description when it was last missed */
            missed: string | null;
            /** @description when something was first done about the last miss */
            remedied: string | null;
            /** @description until when something has to be done about the last miss */
            remedyDue: string | null;
            /** @description id of the entry that says that nothing was done in time */
            unremedied: string | null;
            met: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ObjectiveAnswer: {
            id: string;
            title: string | null;
            /** @enum {string} */
            situation: "proposed" | "agreed" | "achieved" | "retired";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description when all agreed to it */
            agreed: string | null;
            outcome: string | null;
            measure: string | null;
            due: string | null;
            /** @description null once it is over */
            nextReview: string | null;
            /** @description what each party wants of it, and how much */
            parties: components["schemas"]["StakesAnswer"];
            /** @description changes that all agreed to, the oldest first */
            amendments: components["schemas"]["AmendmentAnswer"][];
            milestones: components["schemas"]["MilestoneAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ObjectivesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            objectives: components["schemas"]["ObjectiveAnswer"][];
        };
        LeaderAssessmentsAnswer: {
            capabilityAssessed: boolean | null;
            aptitudeAssessed: boolean | null;
            commitmentAssessed: boolean | null;
            developmentAgreed: boolean | null;
            behaviourAssessed: boolean | null;
            interactionAssessed: boolean | null;
        };
        LeaderAnswer: {
            party: string;
            /** @description a post, never a person */
            role: string | null;
            /** @enum {string} */
            situation: "unknown" | "in-post" | "departed" | "vacant" | "party-left";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description the last one */
            appointed: string | null;
            by: string | null;
            assessments: components["schemas"]["LeaderAssessmentsAnswer"];
            /** @description how many of the six */
            assessed: number;
            otherPartyConsulted: boolean | null;
            /** @description the last one who did */
            departed: string | null;
            /** @enum {string|null} */
            handover: "complete" | "partial" | "none" | null;
            /** @description while nobody is appointed, until the end of that day */
            fillBy: string | null;
            /** @description ids of the entries that say it was vacant beyond its limit */
            vacant: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        LeadersAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            leaders: components["schemas"]["LeaderAnswer"][];
        };
        DevelopmentAnswer: {
            party: string;
            development: string | null;
            /** @enum {string} */
            situation: "planned" | "completed";
            planned: string | null;
            completed: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        DevelopmentsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            developments: components["schemas"]["DevelopmentAnswer"][];
        };
        SystemAnswer: {
            /** @enum {string|null} */
            system: "knowledge" | "communication" | "issue-resolution" | "risk" | "other" | null;
            /** @enum {string} */
            situation: "to-merge" | "linked" | "kept-apart" | "merged";
            /** @description the last time */
            reviewed: string | null;
            /** @description why it was decided so */
            reason: string | null;
            merged: string | null;
            from: string | null;
            to: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        SystemsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            systems: components["schemas"]["SystemAnswer"][];
        };
        BypassAnswer: {
            entry: string;
            effective: string | null;
            /** @description who went past it */
            about: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            effect: string | null;
            /** @description when it was talked about with them */
            discussed: string | null;
        };
        ProcessAnswer: {
            process: string | null;
            /** @description null where it is known by what went past it alone */
            adopted: string | null;
            by: string | null;
            /** @enum {string|null} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            replaces: string | null;
            bypassed: components["schemas"]["BypassAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ProcessesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            processes: components["schemas"]["ProcessAnswer"][];
        };
        SystemPlanAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "waiting" | "in-force" | "replaced";
            nextReview: string | null;
            /** @description of the one in force alone */
            reviewOverdue: boolean;
            plan: string | null;
        };
        CommunicationPlansAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            communicationPlans: components["schemas"]["SystemPlanAnswer"][];
        };
        CommunicationAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "issued" | "contradicted";
            audience: string | null;
            channel: string | null;
            /** @description party that contradicted the joint line */
            about: string | null;
        };
        CommunicationsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            communications: components["schemas"]["CommunicationAnswer"][];
        };
        KnowledgePlansAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            knowledgePlans: components["schemas"]["SystemPlanAnswer"][];
        };
        KnowledgeItemAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "shared" | "withheld";
            subject: string | null;
            with: string | null;
            /** @description party that withheld it */
            about: string | null;
            effect: string | null;
            /** @description when it was talked about with them */
            discussed: string | null;
        };
        KnowledgeAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            knowledge: components["schemas"]["KnowledgeItemAnswer"][];
        };
        RiskAssessmentAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            /** @description 1 to 5 */
            likelihood: number | null;
            /** @description 1 to 5 */
            impact: number | null;
            /** @description their product */
            exposure: number | null;
        };
        RiskMitigationAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            action: string | null;
        };
        RiskAllocationAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            owner: string | null;
            shared: boolean;
            basis: string | null;
        };
        RiskEventAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            effect: string | null;
            /** @description id of the issue that it became */
            issue: string | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
        };
        RiskAnswer: {
            id: string;
            title: string | null;
            category: string | null;
            /** @enum {string} */
            situation: "open" | "happened" | "closed";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description 1 to 5, as last assessed */
            likelihood: number | null;
            /** @description likewise */
            impact: number | null;
            /** @description their product */
            exposure: number | null;
            /** @description as it was raised */
            firstExposure: number | null;
            /** @description party that deals with it: as last allocated, otherwise as raised */
            owner: string | null;
            shared: boolean;
            raised: string | null;
            raisedBy: string | null;
            /** @description until the end of this day somebody looks at it again; null: nobody has to */
            nextReview: string | null;
            reviewOverdue: boolean;
            /** @description oldest first, that of raising it among them */
            assessments: components["schemas"]["RiskAssessmentAnswer"][];
            mitigations: components["schemas"]["RiskMitigationAnswer"][];
            allocations: components["schemas"]["RiskAllocationAnswer"][];
            happened: components["schemas"]["RiskEventAnswer"][];
            /** @description what it cost when it happened, a sum for each currency */
            amounts: components["schemas"]["MoneyAnswer"][];
            /** @description ids of the early warnings of it */
            warnings: string[];
            /** @description ids of the entries that say it was disclosed late */
            disclosedLate: string[];
            /** @description null unless it is closed */
            closed: string | null;
            outcome: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        RisksAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            risks: components["schemas"]["RiskAnswer"][];
        };
        WarningAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            matter: string | null;
            couldAffect: string[];
            /** @description the notice under the contract, where there is one: a warning is none */
            contractNotice: string | null;
            /** @description id of the risk in the register */
            risk: string | null;
        };
        WarningsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            warnings: components["schemas"]["WarningAnswer"][];
        };
        DisclosureAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            risk: string | null;
            /** @description who should have told */
            about: string | null;
            knownSince: string | null;
            /** @description days for which it was known, at least; null where nobody says since when */
            daysKnown: number | null;
        };
        DisclosuresAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            disclosures: components["schemas"]["DisclosureAnswer"][];
        };
        IssueDeadlineAnswer: {
            /** @description that the ladder allows */
            workingDays: number;
            /** @description there is time until the end of that day */
            due: string;
            /** @description the last millisecond of it */
            until: string;
            /** @description the last day that the ladder allows, where all agreed to a later one */
            extendedFrom: string | null;
            /** @description until then each party states its case, where the level asks for it */
            statementDue: string | null;
            overdue: boolean;
            /** @description id of the entry that says it was missed */
            missed: string | null;
        };
        IssueAnswer: {
            id: string;
            title: string | null;
            /** @enum {string} */
            situation: "open" | "resolved" | "withdrawn";
            /** @enum {string|null} */
            impact: "low" | "medium" | "high" | null;
            /** @description of the escalation ladder, from 1: where it is, or ended */
            level: number;
            /** @description of that level */
            levelName: string | null;
            /** @description null where no clock runs: it is not open, it was imported, or its level has no limit */
            deadline: components["schemas"]["IssueDeadlineAnswer"] | null;
            /** @description party that has to deal with it while it is open */
            owner: string | null;
            raised: string | null;
            raisedBy: string | null;
            /** @description null unless it is resolved */
            resolved: string | null;
            /** @description how often */
            reopened: number;
            /** @description how often the time of a level ran out */
            deadlinesMissed: number;
            /** @description id of the last formal dispute that it became */
            dispute: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        IssuesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            issues: components["schemas"]["IssueAnswer"][];
        };
        IdeaAnswer: {
            id: string;
            title: string | null;
            /** @enum {string} */
            situation: "proposed" | "tested" | "declined" | "implemented";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            expected: string | null;
            proposed: string | null;
            proposedBy: string | null;
            /** @description until the end of this day the other party answers; null: nobody owes it */
            answerDue: string | null;
            /** @description who owes the answer */
            answerFrom: string | null;
            /** @description when its answer was recorded, or that nobody owes one any more */
            answered: string | null;
            /** @description null while there is no answer */
            inTime: boolean | null;
            /** @description id of the entry that says that no answer came in time */
            unanswered: string | null;
            /** @description of the last test */
            result: string | null;
            /** @description why it was last declined */
            declinedBecause: string | null;
            /** @description ids of the benefits that came from it */
            benefits: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        IdeasAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            ideas: components["schemas"]["IdeaAnswer"][];
        };
        BenefitReportAnswer: {
            entry: string;
            /** @enum {string} */
            says: "realised" | "missed";
            effective: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            from: string | null;
            until: string | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
            measured: string | null;
            /** @description as the entry says; null of a miss */
            validatedBy: string | null;
            /** @description why it was missed */
            reason: string | null;
        };
        BenefitAnswer: {
            id: string;
            title: string | null;
            /**
             * @description `unreported`: the time to report is over, and nobody did
             * @enum {string}
             */
            situation: "forecast" | "realised" | "missed" | "unreported";
            /** @enum {string|null} */
            type: "productivity" | "shared-resource" | "new-revenue" | "innovation" | "value-for-money" | "avoided-re-procurement" | "social" | "reputational" | "environmental" | "political" | null;
            /** @enum {string|null} */
            cashability: "cashable" | "cost-avoided" | "non-cashable" | null;
            /** @enum {string|null} */
            to: "client" | "provider" | "both" | "community" | "partner" | null;
            recurring: boolean | null;
            /** @description of the forecast */
            from: string | null;
            /** @description of the forecast */
            until: string | null;
            forecast: components["schemas"]["MoneyAnswer"] | null;
            /** @description one sum for each currency */
            realised: components["schemas"]["MoneyAnswer"][];
            /** @description of the realised */
            validated: components["schemas"]["MoneyAnswer"][];
            missed: components["schemas"]["MoneyAnswer"][];
            baseline: string | null;
            /** @description how it is measured where it is no money */
            measure: string | null;
            /** @enum {string|null} */
            because: "collaboration" | "partly-collaboration" | "would-have-happened-anyway" | null;
            /** @description id of what it came from */
            cameFrom: string | null;
            /** @description code of the factor that helped most */
            helpedByFactor: number | null;
            forecastOn: string | null;
            forecastBy: string | null;
            reports: components["schemas"]["BenefitReportAnswer"][];
            /** @description until the end of this day somebody reports what came of it */
            reportDue: string | null;
            /** @description id of the entry that says that nobody did */
            unreported: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        FigureAnswer: {
            /** @description exact */
            amount: string;
            /** @description part of the annual value of the contract, rounded half-up to 4 decimals */
            share: number | null;
            /** @description how much of it all agree to */
            agreed: string;
            /** @description how much of it somebody disputes */
            disputed: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        BenefitTotalAnswer: {
            /** @description in which the period ends; of a miss the period that was forecast */
            financialYear: string;
            /** @description likewise */
            contractYear: string | null;
            to: string;
            /** @enum {string|null} */
            type: "productivity" | "shared-resource" | "new-revenue" | "innovation" | "value-for-money" | "avoided-re-procurement" | "social" | "reputational" | "environmental" | "political" | null;
            /** @enum {string|null} */
            cashability: "cashable" | "cost-avoided" | "non-cashable" | null;
            currency: string;
            forecast: components["schemas"]["FigureAnswer"];
            realised: components["schemas"]["FigureAnswer"];
            validated: components["schemas"]["FigureAnswer"];
            missed: components["schemas"]["FigureAnswer"];
        };
        BenefitsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            benefits: components["schemas"]["BenefitAnswer"][];
            /** @description by both years, whom they come to, type, cashability and currency */
            totals: components["schemas"]["BenefitTotalAnswer"][];
        };
        ValueAnswer: {
            party: string;
            means: string | null;
            /** @description when it was last defined */
            defined: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description how often it was defined */
            times: number;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ValuesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            values: components["schemas"]["ValueAnswer"][];
        };
        DisbenefitAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            title: string | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
            from: string | null;
            until: string | null;
            /** @enum {string|null} */
            borneBy: "client" | "provider" | "both" | "community" | "partner" | null;
            mitigation: string | null;
        };
        DisbenefitsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            disbenefits: components["schemas"]["DisbenefitAnswer"][];
        };
        CostAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string|null} */
            what: "staff-time" | "facilitation" | "systems" | "training" | "assessment" | "other" | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
            from: string | null;
            until: string | null;
            /** @enum {string|null} */
            borneBy: "client" | "provider" | "both" | "partner" | null;
        };
        CostsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            costs: components["schemas"]["CostAnswer"][];
        };
        RewardAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string|null} */
            mechanism: "gain-share" | "pain-share" | "incentive" | "joint-investment" | "other" | null;
            clientShare: components["schemas"]["MoneyAnswer"] | null;
            providerShare: components["schemas"]["MoneyAnswer"] | null;
            from: string | null;
            until: string | null;
        };
        RewardsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            rewards: components["schemas"]["RewardAnswer"][];
        };
        AssumptionAnswer: {
            /** @description that of the entry that first says it */
            id: string;
            assumption: string | null;
            /**
             * @description of the last review
             * @enum {string|null}
             */
            verdict: "first-recorded" | "still-holds" | "changed" | "disproved" | null;
            /** @description as last recorded */
            amount: components["schemas"]["MoneyAnswer"] | null;
            firstRecorded: string | null;
            /** @description null where it never was */
            reviewed: string | null;
            nextReview: string | null;
            /** @description that day is over; never of one that is disproved */
            reviewOverdue: boolean;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        AssumptionsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            assumptions: components["schemas"]["AssumptionAnswer"][];
        };
        TargetAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            measure: string | null;
            baseline: number | null;
            target: number | null;
            due: string | null;
            /** @enum {string} */
            situation: "open" | "met" | "missed" | "abandoned";
            result: number | null;
            /** @description when it was last said what came of it; null while it is open */
            ended: string | null;
        };
        ImprovementAnswer: {
            id: string;
            title: string | null;
            /** @enum {string} */
            situation: "identified" | "targeted" | "met" | "missed" | "abandoned";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            /** @description code of the factor that it is to improve */
            improvesFactor: number | null;
            expectedBenefit: string | null;
            amount: components["schemas"]["MoneyAnswer"] | null;
            /** @enum {string|null} */
            effort: "low" | "medium" | "high" | null;
            owner: string | null;
            identified: string | null;
            identifiedBy: string | null;
            /** @description of the target that is open */
            due: string | null;
            /** @description that day is over, and nobody has said what came of it */
            overdue: boolean;
            /** @description party that gave it up; null unless it is abandoned */
            abandonedBy: string | null;
            /** @description why it was */
            reason: string | null;
            /** @description oldest first */
            targets: components["schemas"]["TargetAnswer"][];
            /** @description ids of the benefits that were forecast from it */
            benefits: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ImprovementsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            improvements: components["schemas"]["ImprovementAnswer"][];
        };
        ApplicationAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            where: string | null;
        };
        RepetitionAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            effect: string | null;
        };
        LessonAnswer: {
            id: string;
            learned: string | null;
            /** @description what to do about it */
            actOn: string | null;
            /**
             * @description by what was last said of it; `repeated`: the same failed again
             * @enum {string}
             */
            situation: "captured" | "applied" | "repeated";
            /**
             * @description of the entry that says so
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | null;
            captured: string | null;
            capturedBy: string | null;
            /** @description oldest first */
            applied: components["schemas"]["ApplicationAnswer"][];
            /** @description oldest first */
            repeated: components["schemas"]["RepetitionAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        LessonsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            lessons: components["schemas"]["LessonAnswer"][];
        };
        PracticeAnswer: {
            /** @description that of the entry that first names it */
            id: string;
            practice: string | null;
            /** @description whose it is */
            of: string | null;
            /** @enum {string} */
            situation: "reviewed" | "adopted";
            /**
             * @description of the entry that says so
             * @enum {string}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /**
             * @description of the last review
             * @enum {string|null}
             */
            decision: "adopt" | "adapt" | "reject" | "undecided" | null;
            /** @description codes of the factors that it bears on */
            factors: number[];
            /** @description the last time */
            reviewed: string | null;
            /** @description the first time */
            adopted: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        PracticesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            practices: components["schemas"]["PracticeAnswer"][];
        };
        MeasurementAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            value: number | null;
            from: string | null;
            until: string | null;
            /** @description by the target that held when it was recorded */
            onTarget: boolean;
            /** @description of performance alone */
            reason: string | null;
            /**
             * @description of trust alone
             * @enum {string|null}
             */
            basis: "survey" | "record" | "joint-judgement" | null;
            /** @description how many were asked; of trust alone */
            sample: number | null;
        };
        IndicatorActAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description its id */
            entry: string;
            action: string | null;
        };
        UndoneAnswer: {
            /** @description id of the entry that says so */
            entry: string;
            /** @description the day by which it was due */
            due: string | null;
        };
        IndicatorAnswer: {
            id: string;
            title: string | null;
            /**
             * @description of the figure of the latest period
             * @enum {string}
             */
            situation: "on-target" | "off-target" | "not-measured";
            unit: string | null;
            target: number | null;
            /** @enum {string|null} */
            direction: "at-least" | "at-most" | null;
            /** @enum {string|null} */
            every: "month" | "quarter" | "year" | null;
            defined: string | null;
            definedBy: string | null;
            /** @description of the latest period */
            value: number | null;
            /** @description that period */
            from: string | null;
            until: string | null;
            /** @description until the end of this day the next figure is given; null: none is awaited */
            figureDue: string | null;
            /** @description until the end of this day somebody acts on the miss; null: none waits */
            actDue: string | null;
            /** @description oldest first */
            measurements: components["schemas"]["MeasurementAnswer"][];
            acts: components["schemas"]["IndicatorActAnswer"][];
            /** @description misses on which nobody acted in time */
            unacted: components["schemas"]["UndoneAnswer"][];
            /** @description reports that were not given in time; of performance alone */
            overdue: components["schemas"]["UndoneAnswer"][];
            /** @description ids of the deductions that name it; of performance alone */
            deductions: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        IndicatorsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            indicators: components["schemas"]["IndicatorAnswer"][];
        };
        PaymentAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "made" | "late";
            amount: components["schemas"]["MoneyAnswer"] | null;
            /** @description party that had to pay what is late */
            about: string | null;
            /** @description party that was paid */
            to: string | null;
            due: string | null;
            /** @description 0 in time; null where nobody says when it was due */
            daysLate: number | null;
        };
        PaymentTotalAnswer: {
            /** @description of the effective day */
            financialYear: string;
            currency: string;
            /** @description exact */
            amount: string;
            /** @description how much of it all agree to */
            agreed: string;
            /** @description how much of it somebody disputes */
            disputed: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @enum {string} */
            situation: "made" | "late";
        };
        PaymentsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            payments: components["schemas"]["PaymentAnswer"][];
            /** @description by year, currency, and whether it was made or is late */
            totals: components["schemas"]["PaymentTotalAnswer"][];
        };
        DeductionAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            amount: components["schemas"]["MoneyAnswer"] | null;
            /** @description party whose performance it was */
            about: string | null;
            reason: string | null;
            /** @description id of the indicator that it rests on */
            indicator: string | null;
        };
        DeductionTotalAnswer: {
            /** @description of the effective day */
            financialYear: string;
            currency: string;
            /** @description exact */
            amount: string;
            /** @description how much of it all agree to */
            agreed: string;
            /** @description how much of it somebody disputes */
            disputed: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            about: string;
        };
        DeductionsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            deductions: components["schemas"]["DeductionAnswer"][];
            /** @description by year, currency and party */
            totals: components["schemas"]["DeductionTotalAnswer"][];
        };
        ObservationAnswer: {
            entry: string;
            /** @description who observed it */
            by: string;
            effective: string | null;
            effect: string | null;
            /** @description when it was talked about */
            discussed: string | null;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
        };
        ObservedPartyAnswer: {
            /** @description null where an import does not say */
            about: string | null;
            inLine: components["schemas"]["ObservationAnswer"][];
            fellShort: components["schemas"]["ObservationAnswer"][];
        };
        BehaviourAnswer: {
            /** @description id of the principle */
            id: string;
            title: string | null;
            /**
             * @description `waiting`: not every party agrees; `none`: observed without being proposed
             * @enum {string}
             */
            situation: "agreed" | "waiting" | "none";
            /** @description effective date of the agreement that stands */
            agreed: string | null;
            observed: components["schemas"]["ObservedPartyAnswer"][];
            /** @description ids of the entries that say that somebody was coached */
            coaching: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        BehavioursAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            behaviours: components["schemas"]["BehaviourAnswer"][];
            /** @description the method in force */
            factorSet: string;
            /** @description principles that the method proposes and nobody has put to the others */
            proposed: string[];
        };
        CoachedAnswer: {
            effective: string | null;
            /** @description party that says it */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description that of the entry */
            id: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @description id of the principle; null where it was for none alone */
            principle: string | null;
            /** @description party that was coached */
            about: string | null;
        };
        CoachingAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            coaching: components["schemas"]["CoachedAnswer"][];
        };
        TrustIndicatorsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            trustIndicators: components["schemas"]["IndicatorAnswer"][];
        };
        UnreviewedAnswer: {
            entry: string;
            /** @enum {string} */
            kind: "sponsor.changed" | "sponsor.appointed" | "leader.departed" | "leader.appointed" | "contract.amended";
            effective: string | null;
        };
        DocumentReviewAnswer: {
            entry: string;
            effective: string | null;
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description because of which it was reviewed */
            changes: string[];
            effectOnRelationship: string | null;
            finding: string | null;
            /** @description of the plan as it was changed */
            version: string | null;
            /** @description whether the document was changed */
            updated: boolean | null;
            /** @description false: too close to another one to count as well */
            counted: boolean;
            nextReview: string | null;
        };
        ExitPartsAnswer: {
            disengagement: string | null;
            continuity: string | null;
            customerSupport: string | null;
            stakeholders: string | null;
            assets: string | null;
            financial: string | null;
            commercial: string | null;
            people: string | null;
            conflicts: string | null;
            conflictsAddressed: string | null;
        };
        ExitVersionAnswer: {
            /** @description null: its words are not there any more */
            version: string | null;
            /** @enum {string} */
            situation: "issued" | "agreed" | "replaced";
            issued: string | null;
            issuedBy: string | null;
            /** @description by all */
            agreed: string | null;
            /** @description as the last entry about it says */
            nextReview: string | null;
            /** @description reviews while it was the version that held */
            reviews: components["schemas"]["DocumentReviewAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            parts: components["schemas"]["ExitPartsAnswer"];
        };
        TriggeredAnswer: {
            entry: string;
            effective: string | null;
            reason: string | null;
            ends: string | null;
        };
        HandedOverAnswer: {
            entry: string;
            effective: string | null;
            to: string | null;
        };
        ExitAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @enum {string} */
            situation: "none" | "proposed" | "agreed" | "triggered" | "handed-over";
            /** @description until the end of that day; null where nobody owes one */
            nextReview: string | null;
            overdue: boolean;
            /** @description changes since it was last issued, agreed or reviewed */
            unreviewed: components["schemas"]["UnreviewedAnswer"][];
            exit: components["schemas"]["ExitVersionAnswer"][];
            /** @description exits of the whole contract or of a part */
            triggered: components["schemas"]["TriggeredAnswer"][];
            handedOver: components["schemas"]["HandedOverAnswer"][];
        };
        PlanVersionAnswer: {
            /** @description null: its words are not there any more */
            version: string | null;
            /** @enum {string} */
            situation: "issued" | "agreed" | "replaced";
            issued: string | null;
            issuedBy: string | null;
            /** @description by all */
            agreed: string | null;
            /** @description as the last entry about it says */
            nextReview: string | null;
            /** @description reviews while it was the version that held */
            reviews: components["schemas"]["DocumentReviewAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            howReviewed: string | null;
        };
        PlanAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @enum {string} */
            situation: "none" | "proposed" | "agreed" | "triggered" | "handed-over";
            /** @description until the end of that day; null where nobody owes one */
            nextReview: string | null;
            overdue: boolean;
            /** @description changes since it was last issued, agreed or reviewed */
            unreviewed: components["schemas"]["UnreviewedAnswer"][];
            plan: components["schemas"]["PlanVersionAnswer"][];
        };
        StakeholderAnswer: {
            group: string | null;
            /** @description what has the impact */
            of: string | null;
            /**
             * @description as last assessed, like all that follows
             * @enum {string|null}
             */
            impact: "positive" | "negative" | "neutral" | "mixed" | null;
            /** @enum {string|null} */
            size: "high" | "medium" | "low" | null;
            how: string | null;
            mitigation: string | null;
            /** @description party that sees it so */
            by: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            firstAssessed: string | null;
            /** @description the last time */
            reviewed: string | null;
            nextReview: string | null;
            reviewOverdue: boolean;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        StakeholdersAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            stakeholders: components["schemas"]["StakeholderAnswer"][];
        };
        RoundPartyAnswer: {
            party: string;
            /** @description commitments in the ledger, replaced ones included */
            commitments: number;
            /** @description factors that it rated; null until all is revealed */
            rated: number[] | null;
            /** @description factors that it did not rate; null until all is revealed */
            waiting: number[] | null;
            /** @description why not, in its own words */
            reasons: string[];
        };
        RoundLevelAnswer: {
            factor: number;
            party: string;
            /** @description median of its members, halves allowed */
            level: number;
            evidenced: boolean;
        };
        RoundAnswer: {
            id: string;
            /** @enum {string} */
            situation: "open" | "closed" | "revealed";
            /** @description what may be rated */
            factors: number[];
            /** @description the last day on which it takes ratings */
            closes: string | null;
            opened: string | null;
            parties: components["schemas"]["RoundPartyAnswer"][];
            /** @description factors that every party rated; null until all is revealed */
            ratedByAll: number[] | null;
            summary: string;
            /** @description empty until all is revealed */
            levels: components["schemas"]["RoundLevelAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        RoundsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            rounds: components["schemas"]["RoundAnswer"][];
        };
        DisputeStepAnswer: {
            entry: string;
            /** @enum {string} */
            step: "notified" | "mediated" | "adjudicated" | "settled";
            effective: string | null;
            /** @description who logged it */
            party: string;
            /** @description of a mediation its outcome, of a decision who decided */
            result: string | null;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
        };
        DisputeAnswer: {
            id: string;
            matter: string | null;
            /**
             * @description `settled` when all say so; `none`: it was never notified
             * @enum {string}
             */
            situation: "none" | "notified" | "mediated" | "adjudicated" | "settled";
            /** @description that it was notified for */
            procedure: string | null;
            /** @description that it comes from */
            issue: string | null;
            /** @description reference of the notice under the contract */
            contractNotice: string | null;
            notified: string | null;
            notifiedBy: string | null;
            /** @description of a third party */
            decision: string | null;
            /** @description null until all say so */
            settled: string | null;
            /** @description where decision or settlement are kept */
            reference: string | null;
            /** @description the oldest first */
            path: components["schemas"]["DisputeStepAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        DisputesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            disputes: components["schemas"]["DisputeAnswer"][];
        };
        SelectedAnswer: {
            candidate: string;
            effective: string | null;
            reason: string | null;
            entry: string;
        };
        ProofSharesAnswer: {
            /** @description 0 to 1 */
            claimed: number;
            /** @description 0 to 1 */
            documented: number;
            /** @description 0 to 1 */
            "confirmed-by-another-client": number;
        };
        CandidateFactorAnswer: {
            code: number;
            name: string;
            weight: number;
            /** @description 0 to 100; null where missing or not applicable */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description it is part of the headline */
            counted: boolean;
            /** @description what both parties’ ratings come to */
            jointRating: number | null;
            /** @description weight of the ratings */
            assessmentWeight: number;
            /** @description decayed weight of what speaks for it */
            positive: number;
            /** @description decayed weight of what speaks against it */
            negative: number;
            /** @description points between the highest and the lowest rating of the parties, 0 to 100 */
            gap: number | null;
            /** @description 0 to 1 */
            confidence: number;
            /** @description by party: level, ageDays, evidenced */
            ratings: {
                [key: string]: {
                    level: number;
                    ageDays: number;
                    evidenced: boolean;
                };
            };
            /** @description of the rating that counts, 0 to 4 */
            level: number | null;
            /**
             * @description how the rating that counts is proven; null where there is none
             * @enum {string|null}
             */
            proof: "claimed" | "documented" | "confirmed-by-another-client" | null;
            /** @description shares of all its ratings that stand; null where there is none */
            proofs: components["schemas"]["ProofSharesAnswer"] | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        CandidateAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            candidate: string;
            name: string | null;
            /** @description by view, from 1, shared by those of one view; null where too little is rated */
            rank: number | null;
            /** @description its coverage is below what a headline takes */
            insufficientEvidence: boolean;
            /** @description candidates of the same rank */
            tiedWith: string[];
            /** @description candidates whose bounds overlap with its own: they could come out the other way round */
            notSeparatedFrom: string[];
            selected: boolean;
            considered: string | null;
            /** @description shares of the weight of its rated factors; null where there is none */
            proofs: components["schemas"]["ProofSharesAnswer"] | null;
            factors: components["schemas"]["CandidateFactorAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        CandidatesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            /** @description to be shown with the candidates, wherever they are */
            notice: string;
            selected: components["schemas"]["SelectedAnswer"] | null;
            /** @description by likely fit, those that cannot be ranked last */
            candidates: components["schemas"]["CandidateAnswer"][];
        };
        AuditAnswer: {
            id: string;
            scope: string | null;
            /** @enum {string|null} */
            by: "client-internal-audit" | "provider-internal-audit" | "certification-body" | "external-audit" | "peer" | null;
            /** @description `auditor`, or the party that reports it */
            openedBy: string | null;
            opened: string | null;
            /** @description the day that it looks at */
            lookedAt: string | null;
            /** @description what draws its sample again */
            sampleSeed: string | null;
            /** @description ids of its findings */
            findings: string[];
            /** @description how many of them are not closed */
            open: number;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        AuditsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            audits: components["schemas"]["AuditAnswer"][];
        };
        FindingAnswer: {
            id: string;
            title: string | null;
            audit: string | null;
            /** @enum {string} */
            situation: "open" | "answered" | "closed";
            /** @enum {string|null} */
            grade: "major-nonconformity" | "minor-nonconformity" | "observation" | "good-practice" | null;
            /** @description it moves no score */
            factor: number | null;
            /** @description of the standard that it was held against */
            clause: string | null;
            raised: string | null;
            /** @description `auditor`, or the party that reports it */
            raisedBy: string | null;
            answered: string | null;
            /** @description what the management does about it */
            action: string | null;
            owner: string | null;
            /** @description by when it is to be answered, and once it is, put right */
            due: string | null;
            closed: string | null;
            /** @description what the auditor saw */
            verified: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        FindingsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            findings: components["schemas"]["FindingAnswer"][];
        };
        DueItemAnswer: {
            /** @description kind of the entry that the ledger writes unless it is done in time; null of a reminder */
            kind: string | null;
            /** @description title of that kind, or what a reminder asks for */
            title: string;
            /** @description kind of the entry by which the parties do it; null where several may, and none comes first */
            doneBy: string | null;
            /** @description what it is about, as that entry holds it */
            data: {
                [key: string]: unknown;
            };
            /** @description it can be done until the end of this day */
            due: string;
            /** @description the last millisecond of it */
            until: string;
            /** @description never of a reminder */
            overdue: boolean;
            /** @description who has to do it on the day of the question */
            parties: string[];
            /** @description id of the entry that it follows from */
            entry: string;
            /** @description id of the entry that says it was missed */
            missed: string | null;
        };
        DueAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description where its days begin and end */
            zone: string;
            /** @description the last day that was looked at */
            to: string;
            /** @description duties of the imported past that are left out: an import may not tell that they were done */
            leftOut: number;
            /** @description how many come behind the last one that is named */
            notShown: number;
            due: components["schemas"]["DueItemAnswer"][];
        };
        EarlierGapAnswer: {
            /** @description 365 days before */
            asOf: string;
            /**
             * @description all levels at least 3; all at most 1; one at most 1 and another at least 2, or two levels apart; not rated by every party; all else
             * @enum {string}
             */
            seen: "agreed-strength" | "agreed-weakness" | "seen-differently" | "not-seen-by-all" | "in-hand";
            /** @description points between the highest and the lowest rating, 0 to 100; null of fewer than two */
            gap: number | null;
            /** @description of the factor then */
            score: number | null;
        };
        GapAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /**
             * @description all levels at least 3; all at most 1; one at most 1 and another at least 2, or two levels apart; not rated by every party; all else
             * @enum {string}
             */
            seen: "agreed-strength" | "agreed-weakness" | "seen-differently" | "not-seen-by-all" | "in-hand";
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description latest level of each party that rated it */
            levels: {
                [key: string]: number;
            };
            /** @description points between the highest and the lowest rating, 0 to 100; null of fewer than two */
            gap: number | null;
            /** @description weight times gap: by it the board is ordered */
            urgency: number | null;
            before: components["schemas"]["EarlierGapAnswer"];
            /** @description of its score since then */
            change: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        GapsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            /** @description the widest by weight first */
            gaps: components["schemas"]["GapAnswer"][];
        };
        UnansweredEntryAnswer: {
            /** @description id of the entry */
            entry: string;
            kind: string;
            /** @description of that kind */
            title: string;
            /** @description who logged it */
            by: string;
            effective: string | null;
            recorded: string;
            factor: number | null;
            /** @enum {string|null} */
            sign: "+" | "-" | "0" | null;
            /** @enum {string|null} */
            severity: "minor" | "moderate" | "major" | "critical" | null;
            /** @description no effect before every party agreed */
            needsAll: boolean;
            /** @description that it has waited */
            days: number;
            /** @description last day of its reply time */
            answerBy: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @description who has to answer */
            party: string;
            /** @description its reply time is over */
            late: boolean;
            /** @description what was said, as corrected by then; null once erased */
            text: string | null;
        };
        UnansweredAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description that the other side has; what takes more is late */
            answerDays: number;
            /**
             * @description that which all agreed to use the record by, where it names them
             * @enum {string}
             */
            answerDaysFrom: "protocol" | "method";
            /** @description id of that protocol */
            answerDaysEntry: string | null;
            /** @description one for each party and entry, the longest waiting first */
            unanswered: components["schemas"]["UnansweredEntryAnswer"][];
        };
        ScoreOutcomeAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
        };
        EntryInReplyTimeAnswer: {
            /** @description id of the entry */
            entry: string;
            kind: string;
            /** @description of that kind */
            title: string;
            /** @description who logged it */
            by: string;
            effective: string | null;
            recorded: string;
            factor: number | null;
            /** @enum {string|null} */
            sign: "+" | "-" | "0" | null;
            /** @enum {string|null} */
            severity: "minor" | "moderate" | "major" | "critical" | null;
            /** @description no effect before every party agreed */
            needsAll: boolean;
            /** @description that it has waited */
            days: number;
            /** @description last day of its reply time */
            answerBy: string;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @description who has to answer */
            waitingFor: string[];
            /** @description what it alone does to the score; null where one of both has none */
            effect: number | null;
        };
        InReplyTimeAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            /** @description that the other side has; what takes more is late */
            answerDays: number;
            /**
             * @description that which all agreed to use the record by, where it names them
             * @enum {string}
             */
            answerDaysFrom: "protocol" | "method";
            /** @description id of that protocol */
            answerDaysEntry: string | null;
            now: components["schemas"]["ScoreOutcomeAnswer"];
            /** @description without all of them */
            without: components["schemas"]["ScoreOutcomeAnswer"];
            /** @description what they do to the score together; null where one of both has none */
            effect: number | null;
            inReplyTime: components["schemas"]["EntryInReplyTimeAnswer"][];
        };
        LateEntryAnswer: {
            entry: string;
            kind: string;
            /** @description from its effective to its recorded day */
            days: number;
        };
        PartyLoggingAnswer: {
            party: string;
            /** @description entries whose delay is known */
            logged: number;
            medianDays: number;
            /** @description three quarters take no longer */
            upperQuartileDays: number;
            longestDays: number;
            /** @description logged more than `answerDays` days later, the latest first */
            late: components["schemas"]["LateEntryAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        LateLoggingAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description that the other side has; what takes more is late */
            answerDays: number;
            /**
             * @description that which all agreed to use the record by, where it names them
             * @enum {string}
             */
            answerDaysFrom: "protocol" | "method";
            /** @description id of that protocol */
            answerDaysEntry: string | null;
            lateLogging: components["schemas"]["PartyLoggingAnswer"][];
        };
        ScoreCaseAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            /** @description by how much the score would be higher than it is; null where one of both has none */
            effect: number | null;
        };
        SensitiveFactorAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /** @description its score if all that waits were agreed */
            ifAgreed: number | null;
            /** @description its score if it were disputed */
            ifDisputed: number | null;
            /** @description its score from ratings and agreed events alone */
            agreedAlone: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        SensitivityAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            now: components["schemas"]["ScoreOutcomeAnswer"];
            /** @description if everyone agreed to what waits for an answer */
            ifAgreed: components["schemas"]["ScoreCaseAnswer"];
            /** @description if everyone disputed it */
            ifDisputed: components["schemas"]["ScoreCaseAnswer"];
            /** @description from ratings and agreed events alone */
            agreedAlone: components["schemas"]["ScoreCaseAnswer"];
            /** @description ids of the events left out of that */
            notAgreed: string[];
            sensitivity: components["schemas"]["SensitiveFactorAnswer"][];
        };
        GoingStaleAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        AheadAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            /** @description by how much the score would be higher than it is; null where one of both has none */
            effect: number | null;
            days: number;
            on: string;
            /** @description current now, stale or missing then */
            goingStale: components["schemas"]["GoingStaleAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ForecastAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            now: components["schemas"]["ScoreOutcomeAnswer"];
            forecast: components["schemas"]["AheadAnswer"][];
        };
        OpenImprovementAnswer: {
            /** @description id of the improvement */
            improvement: string;
            title: string | null;
            expectedBenefit: string | null;
            /** @description that it is said to be worth */
            amount: components["schemas"]["MoneyAnswer"] | null;
            /** @enum {string|null} */
            effort: "low" | "medium" | "high" | null;
            owner: string | null;
            /** @description of its target */
            due: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        OpportunityAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description points up to 75, where Established lies */
            distance: number | null;
            /** @description weight times distance */
            priority: number | null;
            /** @description of the open improvements, one for each currency */
            worth: components["schemas"]["MoneyAnswer"][];
            improvements: components["schemas"]["OpenImprovementAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        OpportunitiesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            /** @description the most pressing first; without a score last */
            opportunities: components["schemas"]["OpportunityAnswer"][];
        };
        LevelBeforeAnswer: {
            party: string;
            /** @description 0 to 4; halves where it is the median of several */
            level: number;
            evidenced: boolean;
            /** @description YYYY-MM-DD */
            rated: string;
            /** @description ids of the ratings */
            ratings: string[];
            /** @description ids of what was logged on the factor since, the latest first */
            since: string[];
        };
        FactorToRateAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /** @description what it is after */
            aim: string | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description one of those that the default plan has for this quarter */
            planned: boolean;
            /** @description parties that have not rated it in this quarter */
            waitingFor: string[];
            /** @description what each party said last */
            levels: components["schemas"]["LevelBeforeAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ToRateAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            quarter: string;
            /** @description what the levels mean */
            scale: components["schemas"]["LevelAnswer"][];
            toRate: components["schemas"]["FactorToRateAnswer"][];
        };
        SupposedAnswer: {
            ratings: string[];
            weights: string[];
            events: string[];
        };
        HeldOutcomeAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            /** @description what keeps the level below that of the headline; null: nothing does */
            heldBack: components["schemas"]["HeldBackAnswer"] | null;
        };
        WhatIfFactorAnswer: {
            /** @description code of the factor */
            factor: number;
            name: string;
            weight: number;
            /** @description of the factor, 0 to 100; null where it has none */
            score: number | null;
            /** @description its score then */
            then: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        WhatIfAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            supposed: components["schemas"]["SupposedAnswer"];
            now: components["schemas"]["HeldOutcomeAnswer"];
            then: components["schemas"]["HeldOutcomeAnswer"];
            /** @description by how much the score would be higher; null where one of both has none */
            effect: number | null;
            /** @description factors whose score or weight would be another */
            whatIf: components["schemas"]["WhatIfFactorAnswer"][];
        };
        TopEntryAnswer: {
            /** @description id of the entry */
            entry: string;
            kind: string;
            /** @description of that kind */
            title: string;
            party: string;
            effective: string | null;
            factor: number | null;
            /** @enum {string|null} */
            sign: "+" | "-" | "0" | null;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description by how much the score is higher with it than without; null: without it there would be none */
            effect: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        TopAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description version of the method in force */
            factorSet: string;
            /** @description what the evidence there is comes to */
            view: number | null;
            /** @description the largest effect first */
            top: components["schemas"]["TopEntryAnswer"][];
        };
        PlannedAnswer: {
            /** @enum {string} */
            of: "meetings" | "reports";
            /** @description of the body, or of the indicator */
            id: string;
            title: string | null;
            /** @description meetings planned, or reports due */
            planned: number;
            /** @description of those */
            logged: number;
            /** @description days planned, or due */
            missing: string[];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        CompletenessAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description whole months in which nothing happened that anybody logged */
            silentMonths: string[];
            /** @description whole months looked at */
            months: number;
            completeness: components["schemas"]["PlannedAnswer"][];
        };
        CheckedEvidenceAnswer: {
            title: string | null;
            url: string | null;
            /** @description 64 hex digits */
            sha256: string | null;
            /** @description id of an entry of the same relationship */
            cites: string | null;
            /**
             * @description matched: a file of that content is stored here; hashed: it is not, and whoever has it can compare; absent on the command line alone, which looks through files
             * @enum {string}
             */
            state: "hashed" | "matched" | "absent" | "entry" | "unhashed" | "dead";
            /** @description id of the entry that added it, where that is another */
            addedBy: string | null;
        };
        EntryEvidenceAnswer: {
            /** @description id of the entry */
            entry: string;
            kind: string;
            party: string;
            effective: string | null;
            factor: number | null;
            /** @enum {string} */
            worst: "dead" | "absent" | "unhashed" | "hashed" | "matched" | "entry" | "missing";
            /** @description a rating that counts as resting on evidence, attached or not; null of all others */
            evidenced: boolean | null;
            evidence: components["schemas"]["CheckedEvidenceAnswer"][];
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        EvidenceCheckAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description how many entries are worst so */
            counts: {
                [key: string]: number;
            };
            evidenceCheck: components["schemas"]["EntryEvidenceAnswer"][];
        };
        StorySentenceAnswer: {
            /** @description in which it happened */
            month: string;
            /** @description family of its kinds, as the catalogue has them */
            theme: string;
            sentence: string;
            /**
             * @description of its entries
             * @enum {string}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
            /** @description it rests on what one side says */
            oneSided: boolean;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        StoryAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description the first day told */
            from: string;
            /** @description earlier sentences that are left out */
            leftOut: number;
            /** @description by month, in it by theme, in that by day */
            story: components["schemas"]["StorySentenceAnswer"][];
        };
        DrawMethodAnswer: {
            name: string;
            /** @description how anybody draws the same */
            rule: string;
            /** @description where it is described */
            source: string;
        };
        PopulationAnswer: {
            /** @description entries, voided ones and their answers too */
            size: number;
            /** @description id of its first entry, in ledger order */
            first: string | null;
            /** @description id of its last */
            last: string | null;
            /** @description SHA-256 over its ids in ledger order, a line feed behind each */
            sha256: string;
            /** @description entries of the ledger up to the last that was known: checkpoints of at least this size cover it */
            ledgerSize: number;
            /** @description asked with this as `knownAt` and with `ledgerSize`, it stays the same */
            frozenAt: string | null;
        };
        DrawnEntryAnswer: {
            /** @description in the draw, from 1 */
            place: number;
            /** @description id of the entry */
            entry: string;
            /** @description what it drew */
            sha256: string;
            kind: string;
            /** @description of that kind */
            title: string;
            party: string;
            /** @description null of an answer */
            effective: string | null;
            recorded: string;
            /** @description place in the ledger, from 0 */
            revision: number;
            /**
             * @description null of an answer
             * @enum {string|null}
             */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied" | "voided" | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        AuditSampleAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            seed: string;
            method: components["schemas"]["DrawMethodAnswer"];
            /** @description what was drawn from */
            population: components["schemas"]["PopulationAnswer"];
            /** @description the lowest draw first */
            auditSample: components["schemas"]["DrawnEntryAnswer"][];
        };
        ConditionAnswer: {
            id: string;
            title: string;
            /** @enum {string} */
            state: "met" | "ageing" | "partly" | "not-met";
            /** @description what the record does not hold */
            lacking: string[];
            /** @description when something last upheld it */
            upheld: string | null;
            /** @description day that was named for its next review */
            nextReview: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        ReadinessAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description of the conditions */
            met: number;
            readiness: components["schemas"]["ConditionAnswer"][];
        };
        StageAnswer: {
            id: string;
            title: string;
            /** @enum {string} */
            state: "met" | "ageing" | "partly" | "not-met";
            /** @description what the record does not hold */
            lacking: string[];
            /** @description when something last upheld it */
            upheld: string | null;
            /** @description day that was named for its next review */
            nextReview: string | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
            /** @description null where nobody said so */
            entered: string | null;
        };
        StagesAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description the stage that was entered last */
            current: string | null;
            stages: components["schemas"]["StageAnswer"][];
        };
        StepsAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            steps: components["schemas"]["ConditionAnswer"][];
        };
        DriverAlignmentAnswer: {
            /** @enum {string} */
            of: "client" | "provider" | "joint";
            /** @description 0 to 100 */
            alignment: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        DriverWeightAnswer: {
            /** @enum {string} */
            of: "client" | "provider" | "joint";
            weight: number;
            /** @enum {string} */
            alignment: "H" | "M" | "L";
            /** @description id of the entry that says it */
            entry: string;
            /** @enum {string} */
            status: "asserted" | "agreed" | "noted" | "disputed" | "remedied";
        };
        DriverAnswer: {
            driver: string;
            /** @description as each side last said or agreed */
            weights: components["schemas"]["DriverWeightAnswer"][];
            /** @description between the client’s and the provider’s weight */
            gap: number | null;
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        DriversAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            alignment: components["schemas"]["DriverAlignmentAnswer"][];
            /** @description mean gap over the drivers that both weighed */
            meanGap: number | null;
            /** @description the widest gap first */
            drivers: components["schemas"]["DriverAnswer"][];
        };
        QuartilesAnswer: {
            /** @description that stand behind it */
            relationships: number;
            lowerQuartile: number;
            median: number;
            upperQuartile: number;
        };
        BenchmarkYearAnswer: {
            /** @description of each contract, whenever that was */
            year: string;
            /** @description the headline at its end; null where too few relationships have one */
            score: components["schemas"]["QuartilesAnswer"] | null;
            /** @description coverage, 0 to 1; null where too few relationships have one */
            coverage: components["schemas"]["QuartilesAnswer"] | null;
            /** @description confidence, 0 to 1; null where too few relationships have one */
            confidence: components["schemas"]["QuartilesAnswer"] | null;
            /** @description alignment; null where too few relationships have one */
            alignment: components["schemas"]["QuartilesAnswer"] | null;
        };
        BenchmarkAnswer: {
            /** @description what it is made of, and how */
            definition: string;
            /** @description relationships that must stand behind a figure */
            atLeast: number;
            /** @description years of which there is a figure */
            years: components["schemas"]["BenchmarkYearAnswer"][];
        };
        CountedAnswer: {
            count: number;
            /** @description ids of the entries behind it; null for whoever may not read entries */
            entries: string[] | null;
        };
        CountedDueAnswer: {
            count: number;
            /** @description ids of the entries behind it; null for whoever may not read entries */
            entries: string[] | null;
            /** @description of them */
            overdue: number;
        };
        PortfolioRowAnswer: {
            /** @description the headline, 0 to 100; null where the evidence does not carry one */
            score: number | null;
            /** @description what the evidence there is comes to, headline or not */
            view: number | null;
            /**
             * @description why there is no headline
             * @enum {string|null}
             */
            reason: "coverage" | "one-sided" | null;
            level: string | null;
            /** @description share of the weight on factors with a current score, 0 to 1 */
            coverage: number;
            /** @description weight of the factors that both rated, 0 to 1 */
            bilateralCoverage: number;
            /** @description lower end of its range */
            low: number;
            /** @description upper end of its range */
            high: number;
            /** @description 0 to 1 */
            confidence: number;
            /** @description how far the parties see it alike, 0 to 100 */
            alignment: number | null;
            id: string;
            title: string;
            /** @description from which contract years are counted */
            start: string | null;
            end: string | null;
            contractYear: string | null;
            /** @description the method that its score is of */
            factorSet: string;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            openIssues: components["schemas"]["CountedAnswer"];
            /** @description within 90 days */
            due: components["schemas"]["CountedDueAnswer"];
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description true: a fictional sample contract */
            sample: boolean;
        };
        PortfolioAnswer: {
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            benchmark: components["schemas"]["BenchmarkAnswer"];
            /** @description by title */
            portfolio: components["schemas"]["PortfolioRowAnswer"][];
        };
        ExtractYearAnswer: {
            /** @description of the contract, from 1 */
            year: number;
            /** @description the headline at its end */
            score: number | null;
            low: number;
            high: number;
            coverage: number;
            confidence: number;
            /** @description 0 to 100 */
            alignment: number | null;
        };
        ExtractFactorAnswer: {
            code: number;
            /** @description 0 to 100 */
            score: number | null;
            /** @enum {string} */
            status: "bilateral" | "unilateral" | "events-only" | "stale" | "missing" | "not-applicable";
            /** @description points between the highest and the lowest rating */
            gap: number | null;
        };
        AgreedExtractAnswer: {
            /** @description of contract */
            form: string | null;
            /** @description how many */
            parties: number;
            /** @description whole years from start to end */
            termYears: number | null;
            /** @description that are over */
            years: components["schemas"]["ExtractYearAnswer"][];
            /** @description of the built-in method */
            factors: components["schemas"]["ExtractFactorAnswer"][];
            /** @description how many, by family and status */
            entries: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description any of them was */
            imported: boolean;
            /** @description one was agreed before the first live entry */
            protocol: boolean;
            /** @description SHA-256 over its canonical JSON (RFC 8785) */
            sha256: string;
        };
        ExtractsAnswer: {
            /** @description by hash: no order says whose they are */
            extracts: components["schemas"]["AgreedExtractAnswer"][];
        };
        ExtractAnswer: {
            /** @description of contract */
            form: string | null;
            /** @description how many */
            parties: number;
            /** @description whole years from start to end */
            termYears: number | null;
            /** @description that are over */
            years: components["schemas"]["ExtractYearAnswer"][];
            /** @description of the built-in method */
            factors: components["schemas"]["ExtractFactorAnswer"][];
            /** @description how many, by family and status */
            entries: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description any of them was */
            imported: boolean;
            /** @description one was agreed before the first live entry */
            protocol: boolean;
        };
        ExtractPreviewAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description where the question names none, when the last entry was recorded */
            knownAt: string;
            /** @description SHA-256 over its canonical JSON (RFC 8785) */
            sha256: string;
            /** @description id of the `report.published` for research of this hash that every party agrees to */
            agreed: string | null;
            extract: components["schemas"]["ExtractAnswer"];
        };
        BroughtTotalAnswer: {
            currency: string;
            forecast: components["schemas"]["FigureAnswer"];
            realised: components["schemas"]["FigureAnswer"];
            /** @description of the realised: money that can be spent elsewhere */
            cashable: components["schemas"]["FigureAnswer"];
            /** @description of the realised: what finance teams or auditors stand behind, as its entries say and nobody disputes */
            validated: components["schemas"]["FigureAnswer"];
            /** @description of the realised: what would have come without working together too, as its forecast says */
            anyway: components["schemas"]["FigureAnswer"];
            missed: components["schemas"]["FigureAnswer"];
            disbenefit: components["schemas"]["FigureAnswer"];
            /** @description of collaborating */
            cost: components["schemas"]["FigureAnswer"];
        };
        BroughtPartyAnswer: {
            currency: string;
            forecast: components["schemas"]["FigureAnswer"];
            realised: components["schemas"]["FigureAnswer"];
            /** @description of the realised: money that can be spent elsewhere */
            cashable: components["schemas"]["FigureAnswer"];
            /** @description of the realised: what finance teams or auditors stand behind, as its entries say and nobody disputes */
            validated: components["schemas"]["FigureAnswer"];
            /** @description of the realised: what would have come without working together too, as its forecast says */
            anyway: components["schemas"]["FigureAnswer"];
            missed: components["schemas"]["FigureAnswer"];
            disbenefit: components["schemas"]["FigureAnswer"];
            /** @description of collaborating */
            cost: components["schemas"]["FigureAnswer"];
            /** @description a party, `both` (split between none), `community`, `partner`, or `unstated` */
            party: string;
        };
        BroughtYearAnswer: {
            year: string;
            from: string;
            to: string;
            /** @description headline at the end of the year, or on the day of the question in the year it lies in */
            score: number | null;
            level: string | null;
            /** @description day of that score; null of a year that had not begun */
            scoreOn: string | null;
            /** @description of all, one for each currency */
            totals: components["schemas"]["BroughtTotalAnswer"][];
            /** @description one for each party and currency */
            parties: components["schemas"]["BroughtPartyAnswer"][];
            /** @description ids of the entries about value that name no amount */
            withoutAmount: string[];
        };
        BroughtAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            note: string;
            /** @description how amounts come into years and to parties */
            attribution: string;
            /** @description from which contract years are counted */
            start: string | null;
            /** @description of the contract, as it was established with; shares are of it */
            annualValue: components["schemas"]["MoneyAnswer"] | null;
            /** @description id of the entry that says it */
            annualValueEntry: string | null;
            /** @description April to March */
            financialYears: components["schemas"]["BroughtYearAnswer"][];
            /** @description from the day on which the relationship began */
            contractYears: components["schemas"]["BroughtYearAnswer"][];
        };
        BaselineCheckpointAnswer: {
            size: number;
            /** @description 32 bytes in base64 */
            root: string;
        };
        BaselineLevelAnswer: {
            factor: number;
            name: string;
            /** @description 0 to 4 */
            level: number;
            evidenced: boolean;
            /**
             * @description how the rating that counts is proven; null where there is none
             * @enum {string|null}
             */
            proof: "claimed" | "documented" | "confirmed-by-another-client" | null;
            effective: string | null;
            /** @description to be logged in the relationship by the client, and agreed to by the others; it speaks of no rival */
            entry: {
                [key: string]: unknown;
            };
            /** @description ids of the entries behind it, in the order of facts */
            entries: string[];
        };
        BaselineAnswer: {
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description to be shown with the candidates, wherever they are */
            notice: string;
            candidate: string;
            /** @description the entry that selected it */
            selected: string;
            /** @description of the selection; it covers what the levels rest on */
            checkpoint: components["schemas"]["BaselineCheckpointAnswer"];
            baseline: components["schemas"]["BaselineLevelAnswer"][];
        };
        BasisCheckpointAnswer: {
            size: number;
            /** @description Base64 */
            root: string;
        };
        BasisAnswer: {
            /** @description of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver */
            withoutProtocol: components["schemas"]["WithoutProtocolAnswer"] | null;
            /** @description what a live relationship rests on that was logged elsewhere before, while not every party has accepted it */
            restsOnImport: components["schemas"]["RestsOnImportAnswer"] | null;
            relationship: string;
            asOf: string;
            /** @description null: all that is known now */
            knownAt: string | null;
            /** @description the method in force on that day */
            factorSet: string;
            /** @description that both clocks show; those that are voided and answers not counted */
            entries: number;
            /** @description how many of these every party agreed to */
            agreed: number;
            /** @description 0 to 1; null where there are none */
            share: number | null;
            /** @description entries of the whole ledger when this was answered */
            ledgerSize: number;
            /** @description null where none is signed yet, or another process signs */
            checkpoint: components["schemas"]["BasisCheckpointAnswer"] | null;
        };
        RatingBody: {
            /** @description code of a factor of the round */
            factor: number;
            /** @description unless it is unchanged */
            level?: number;
            /** @description it rests on evidence; false where absent */
            evidenced?: boolean;
            /** @description instead of a level: that which the party gave last, or all agreed since, on the same evidence */
            unchanged?: boolean;
        };
        RatingsBody: {
            /** @description the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry */
            checkpointSeen?: components["schemas"]["CheckpointSeenBody"];
            /** @description required from the day on which a sponsor of the party has agreed to its first `key.registered` */
            signature?: components["schemas"]["SignatureBody"];
            /** @description one a factor, of as many factors of the round as it rates */
            ratings: components["schemas"]["RatingBody"][];
            /** @description why it does not rate the others; sealed too */
            reason?: string;
            /** @description others of the party still rate: their party has not handed in before they have; false where absent */
            more?: boolean;
            /** @description 64 hex digits, new each time, of a client that signs the commitment; drawn here where absent */
            salt?: string;
        };
        SignInBody: {
            /** @description a bearer token */
            token: string;
        };
        SessionAnswer: {
            member: string;
            /** @enum {string} */
            role: "member" | "sponsor" | "facilitator" | "auditor" | "reporter" | "operator";
            party: string | null;
            relationships: string[];
            /** @description the server shows the sample contract */
            demo: boolean;
        };
        DemoMemberAnswer: {
            member: string;
            post: string;
            /** @enum {string} */
            role: "member" | "sponsor" | "facilitator" | "auditor" | "reporter" | "operator";
            party: string | null;
        };
        DemoMembersAnswer: {
            members: components["schemas"]["DemoMemberAnswer"][];
        };
        DemoSignInBody: {
            /** @description id of a member of the sample contract */
            member: string;
        };
        DemoSessionAnswer: {
            member: string;
            /** @enum {string} */
            role: "member" | "sponsor" | "facilitator" | "auditor" | "reporter" | "operator";
            party: string | null;
            relationships: string[];
            /** @description the server shows the sample contract */
            demo: boolean;
            /** @description the session as a bearer token */
            token: string;
        };
        FieldAnswer: {
            name: string;
            /** @description what people call it */
            label: string;
            type: string;
            /** @description must be given when an entry is logged live */
            required?: boolean;
            /** @description the choices there are */
            of?: string[];
            /** @description several may be chosen */
            many?: boolean;
            /** @description names of the choices */
            labels?: string[];
            /** @description an id that the ledger makes where none is given */
            made?: boolean;
            /** @description kinds whose entries made what an id names; their `data` holds it, with its title */
            makers?: string[];
        };
        KindAnswer: {
            kind: string;
            family: string;
            title: string;
            /** @description the factor where none is given */
            factor: number | null;
            /**
             * @description the sign where none is given
             * @enum {string}
             */
            sign: "+" | "-" | "0";
            /** @description the severity where none is given */
            severity: string | null;
            fields: components["schemas"]["FieldAnswer"][];
            /** @description never carries a minus */
            noFault: boolean;
            /** @description takes effect when every party has agreed */
            needsAll: boolean;
            /** @description answers another entry, which it names */
            answer: boolean;
            /** @description may be logged by a person */
            byPerson: boolean;
            /** @description rates a factor at a level */
            rating: boolean;
            /** @description factors that an entry may bear on instead; empty: every factor of the set; null: the kind’s own alone */
            factorChoice: number[] | null;
            /** @description whoever logs it says which sign it has */
            signChoice: boolean;
            /** @description what stands beside `data` and a correction may change; it names it in its own `data` */
            correctable: ("effective" | "factor" | "sign" | "severity" | "level" | "evidenced" | "text" | "tags" | "evidence")[];
        };
        CatalogueAnswer: {
            id: string;
            version: string;
            kinds: components["schemas"]["KindAnswer"][];
        };
        ProblemExplanationAnswer: {
            /** @enum {string} */
            code: "invalid-json" | "invalid-entry" | "invalid-parameter" | "idempotency-key-missing" | "unauthenticated" | "forbidden" | "relationship-not-found" | "entry-not-found" | "not-found" | "method-not-allowed" | "relationship-exists" | "idempotency-key-reused" | "entry-exists" | "checkpoint-contradicted" | "import-closed" | "conflict" | "body-too-large" | "unsupported-media-type" | "unknown-kind" | "kind-not-writable" | "unknown-factor" | "unknown-party" | "invalid-date" | "effective-in-future" | "no-fault" | "sign-contradicts-data" | "invalid-answer" | "in-effect" | "not-allowed-now" | "signature-required" | "signature-invalid" | "too-many-requests" | "internal-error" | "store-unavailable" | "read-model-behind" | "receipt-not-ready" | "read-only" | "primary-only" | "disk-full";
            status: number;
            title: string;
        };
        ProblemListAnswer: {
            problems: components["schemas"]["ProblemExplanationAnswer"][];
        };
        AliveAnswer: {
            status: string;
        };
        StoreHealthAnswer: {
            reachable: boolean;
            /** @description since when it has not answered */
            awaySince?: string;
        };
        ProjectionFailureAnswer: {
            /** @description position of the event that fails */
            position: string | null;
            /** @description id of the event that fails */
            eventId: string | null;
            message: string;
            attempts: number;
        };
        ProjectionHealthAnswer: {
            name: string;
            version: number;
            position: string | null;
            /** @description it follows event by event */
            live: boolean;
            failing?: components["schemas"]["ProjectionFailureAnswer"];
        };
        LogHealthAnswer: {
            /** @description false while nothing can be signed */
            signing: boolean;
            /** @description relationships of which a checkpoint is signed */
            signed: number;
            /** @description of these, those whose parties have witnesses */
            witnessed: number;
            /** @description of these, those whose last checkpoint enough witnesses saw */
            quorum: number;
            /** @description of these, those of which a witness shows what no key here has signed; "ledger doctor" says which */
            claimed: number;
        };
        ReadyAnswer: {
            /** @enum {string} */
            status: "ready" | "not-ready";
            /** @description why it is not ready, or not wholly well */
            reasons: string[];
            store: components["schemas"]["StoreHealthAnswer"];
            projections: components["schemas"]["ProjectionHealthAnswer"][];
            /** @description why nothing can be written */
            readOnly: string | null;
            log: components["schemas"]["LogHealthAnswer"];
            /** @description the server shows the sample contract */
            demo: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    relationshipsList: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    relationshipsEstablish: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationshipBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    relationshipsOne: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    selectionsOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    entriesList: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description entries in effect on this day */
                asOf?: string;
                /** @description only this kind */
                kind?: string;
                /** @description only this factor */
                factor?: string;
                /** @description only this party */
                party?: string;
                /** @description words that all stand in the entry: in its text, its data or the title of its kind */
                text?: string;
                /** @description cursor: `next` of the page before */
                after?: string;
                /** @description entries of a page */
                limit?: string;
                /** @description only entries of this status */
                status?: string;
                /** @description `asc`: in the order of the ledger, the oldest first; `desc`: the newest first */
                order?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntriesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    entriesLog: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryBodyShape"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    entriesOne: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description its status on this day */
                asOf?: string;
                /** @description its status as it was known at this instant */
                knownAt?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    entriesTrail: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description entries in effect on this day */
                asOf?: string;
                /** @description only this kind */
                kind?: string;
                /** @description only this factor */
                factor?: string;
                /** @description only this party */
                party?: string;
                /** @description words that all stand in the entry: in its text, its data or the title of its kind */
                text?: string;
                /** @description cursor: `next` of the page before */
                after?: string;
                /** @description entries of a page, at most and unless said otherwise 10,000 */
                limit?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersAgree: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextAndDataBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersNote: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersDispute: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersRemedy: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextAndDataBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersCorrect: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextAndDataBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersVoidEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersAddEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceAnswerBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    answersAnswerMany: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListedAnswerBody"][];
            };
        };
        responses: {
            /** @description The outcomes, in the order of the list. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeAnswer"][];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    filesStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "text/csv": string;
                "text/plain": string;
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
            };
        };
        responses: {
            /** @description It is on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    filesRead: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description SHA-256 of its content, 64 lower-case hex digits */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreScore: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description the score of this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description a factor set other than the one in force */
                factorSet?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreHistory: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description first day */
                from?: string;
                /** @description last day */
                to?: string;
                /** @description `true`: each end as it was known at the end of its own day */
                asKnown?: string;
                /** @description a factor set other than the one in force */
                factorSet?: string;
                /** @description `day`, `week`, `month` or `quarter` */
                every?: string;
                /** @description also the course of this factor: its code, or `all` */
                factor?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreExplanation: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description the score of this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description a factor set other than the one in force */
                factorSet?: string;
                /** @description code of the factor */
                factor?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreRubric: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description the score of this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description a factor set other than the one in force */
                factorSet?: string;
                /** @description code of the factor */
                factor?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RubricAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreDifference: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description first day */
                from?: string;
                /** @description last day */
                to?: string;
                /** @description `true`: each end as it was known at the end of its own day */
                asKnown?: string;
                /** @description a factor set other than the one in force */
                factorSet?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    scoreReplay: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description only what had happened by this day; all that is recorded where absent */
                asOf?: string;
                /** @description last revision */
                until?: string;
                /** @description cursor: `next` of the page before */
                after?: string;
                /** @description steps of a page, at most and unless said otherwise 10,000 */
                limit?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "registersFactor-sets": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorSetsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersProtocol: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersParties: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartiesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersMembers: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersKeys: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCases: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersAmendments: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersExtensions: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersVision: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCompetencies: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetenciesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersArrangements: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrangementsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersBodies: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodiesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersMeetings: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDecisions: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDelays: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelaysAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersSponsors: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SponsorsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersFrameworks: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworksAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersObjectives: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectivesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersLeaders: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadersAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDevelopments: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersSystems: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersProcesses: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "registersCommunication-plans": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationPlansAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCommunications: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "registersKnowledge-plans": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgePlansAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersKnowledge: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersRisks: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RisksAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersWarnings: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarningsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDisclosures: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosuresAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersIssues: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersIdeas: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdeasAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersBenefits: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersValues: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDisbenefits: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisbenefitsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCosts: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersRewards: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersAssumptions: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssumptionsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersImprovements: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersLessons: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersPractices: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersIndicators: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersPayments: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDeductions: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeductionsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersBehaviours: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BehavioursAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCoaching: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "registersTrust-indicators": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustIndicatorsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersExit: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersPlan: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersStakeholders: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StakeholdersAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersRounds: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDisputes: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersCandidates: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersAudits: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersFindings: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    registersDue: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description `csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent */
                format?: string;
                /** @description days ahead; 90 where absent */
                within?: string;
                /** @description only what this party has to do */
                party?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsGaps: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsUnanswered: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description only what waits for this party */
                party?: string;
                /** @description `true`: only what the member of this token logged; for members and sponsors */
                mine?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnansweredAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsIn-reply-time": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InReplyTimeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsLate-logging": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateLoggingAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsSensitivity: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitivityAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsForecast: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsOpportunities: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunitiesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsTo-rate": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToRateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsWhat-if": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description ratings supposed, `party:factor:level`, with commas between; `:unevidenced` may follow */
                ratings?: string;
                /** @description weights supposed, `factor:weight`, with commas between */
                weights?: string;
                /** @description events supposed, `party:factor:plus|minus:severity`, with commas between; `:agreed` may follow */
                events?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsTop: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description how many; 20 where absent */
                n?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsCompleteness: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsEvidence-check": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceCheckAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsStory: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description months back, that of the day included; 12 where absent */
                months?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    "questionsAudit-sample": {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description digits that the draw rests on, chosen by the auditor once the population is closed */
                seed?: string;
                /** @description how many are drawn; 25 where absent */
                size?: string;
                /** @description how many entries of the ledger are looked at, the first ones; all where absent */
                ledgerSize?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSampleAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsReadiness: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsStages: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsSteps: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    questionsDrivers: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriversAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    portfolioPortfolio: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    extractExtracts: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    extractExtract: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractPreviewAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    broughtBrought: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    baselineBaseline: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    basisBasis: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasisAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    dueCalendarDueCalendar: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
                /** @description what was known at this instant (RFC 3339); now where absent */
                knownAt?: string;
                /** @description `claimed`: recorded times as an import claims them; `ledger`: the ledger’s own */
                clock?: string;
                /** @description what had happened by this day (YYYY-MM-DD); today where absent */
                asOf?: string;
                /** @description days ahead; 90 where absent */
                within?: string;
                /** @description only what this party has to do */
                party?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    roundsHandIn: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key and body again: the same answer, and nothing is written twice */
                "Idempotency-Key": string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the round */
                round: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingsBody"];
            };
        };
        responses: {
            /** @description The same key and body came before: the same answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            /** @description Logged, and on disk. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    logCheckpoint: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    logPolicy: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    logTile: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                "*": string;
                /** @description path of the tile */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    logBundle: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    logProof: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
                /** @description id of the entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    liveLive: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
                /** @description revision of the last entry received */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description id of the relationship */
                relationship: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    sessionOwn: {
        parameters: {
            query?: {
                /** @description position that an earlier answer carried: waits, bounded, until it can be read */
                seen?: string;
            };
            header?: {
                /** @description ETag of an earlier answer: 304 where it still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    sessionSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    sessionSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    demoMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoMembersAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    demoSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignInBody"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoSessionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    catalogueCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    problemsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    problemsOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: "invalid-json" | "invalid-entry" | "invalid-parameter" | "idempotency-key-missing" | "unauthenticated" | "forbidden" | "relationship-not-found" | "entry-not-found" | "not-found" | "method-not-allowed" | "relationship-exists" | "idempotency-key-reused" | "entry-exists" | "checkpoint-contradicted" | "import-closed" | "conflict" | "body-too-large" | "unsupported-media-type" | "unknown-kind" | "kind-not-writable" | "unknown-factor" | "unknown-party" | "invalid-date" | "effective-in-future" | "no-fault" | "sign-contradicts-data" | "invalid-answer" | "in-effect" | "not-allowed-now" | "signature-required" | "signature-invalid" | "too-many-requests" | "internal-error" | "store-unavailable" | "read-model-behind" | "receipt-not-ready" | "read-only" | "primary-only" | "disk-full";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemExplanationAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    healthRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text exposition format 0.0.4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
}
