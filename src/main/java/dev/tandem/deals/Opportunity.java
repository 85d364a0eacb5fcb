package dev.tandem.deals;

import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal of the CRM.
 *
 * @param companySize as the CRM words it ("200-1000", "Enterprise"), or null
 * @param salesStage the CRM's stage name, or null
 * @param stageOverride the buyer's stage as the rep or the CRM states it; wins over the stage map
 * @param personas the buying committee
 * @param owner the rep, or null
 */
public record Opportunity(
    OpportunityId id,
    String name,
    @Nullable String account,
    @Nullable Term industry,
    @Nullable String companySize,
    @Nullable Term region,
    List<Term> personas,
    @Nullable String salesStage,
    @Nullable JourneyStage stageOverride,
    List<Term> competitors,
    List<Term> products,
    @Nullable Money amount,
    @Nullable UserId owner,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate closedOn,
    Outcome outcome,
    @Nullable String lossReason,
    @Nullable String leadSource,
    @Nullable String notes,
    Instant changedAt) {
  public Opportunity {
    personas = List.copyOf(personas);
    competitors = List.copyOf(competitors);
    products = List.copyOf(products);
  }

  public Opportunity withStageOverride(@Nullable JourneyStage stageOverride) {
    return new Opportunity(
        id,
        name,
        account,
        industry,
        companySize,
        region,
        personas,
        salesStage,
        stageOverride,
        competitors,
        products,
        amount,
        owner,
        createdOn,
        closedOn,
        outcome,
        lossReason,
        leadSource,
        notes,
        changedAt);
  }

  public Opportunity withChangedAt(Instant changedAt) {
    return new Opportunity(
        id,
        name,
        account,
        industry,
        companySize,
        region,
        personas,
        salesStage,
        stageOverride,
        competitors,
        products,
        amount,
        owner,
        createdOn,
        closedOn,
        outcome,
        lossReason,
        leadSource,
        notes,
        changedAt);
  }

  public Opportunity withAmount(@Nullable Money amount) {
    return new Opportunity(
        id,
        name,
        account,
        industry,
        companySize,
        region,
        personas,
        salesStage,
        stageOverride,
        competitors,
        products,
        amount,
        owner,
        createdOn,
        closedOn,
        outcome,
        lossReason,
        leadSource,
        notes,
        changedAt);
  }
}
