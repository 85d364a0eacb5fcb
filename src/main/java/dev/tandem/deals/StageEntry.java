package dev.tandem.deals;

import java.time.Instant;

/** The moment a deal entered a sales stage, and the buyer's stage that is read from it. */
public record StageEntry(
    OpportunityId deal, String salesStage, StageReading stage, Instant enteredOn) {}
