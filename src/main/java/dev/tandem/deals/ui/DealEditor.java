package dev.tandem.deals.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageMap;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.shared.ui.Notices;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people edit a deal, and keeps what they wrote. */
@Component
public class DealEditor {
  private final Opportunities opportunities;
  private final Taxonomy taxonomy;
  private final StageMap stages;
  private final CurrentUser currentUser;
  private final DealRights rights;
  private final Clock clock;

  DealEditor(
      Opportunities opportunities,
      Taxonomy taxonomy,
      StageMap stages,
      CurrentUser currentUser,
      DealRights rights,
      Clock clock) {
    this.opportunities = opportunities;
    this.taxonomy = taxonomy;
    this.stages = stages;
    this.currentUser = currentUser;
    this.rights = rights;
    this.clock = clock;
  }

  /** Opens a dialog with all fields; {@code saved} hears of the deal once it is stored. */
  public void edit(OpportunityId id, Consumer<Opportunity> saved) {
    var stored = opportunities.find(id).orElse(null);
    if (stored == null) {
      Notices.failed("The deal is not there any more.");
      return;
    }
    var form = form(stored);
    var dialog = new Dialog("Edit " + DealWords.heading(stored));
    dialog.setWidth("min(46rem, 96vw)");
    dialog.add(form);
    var save =
        new Button(
            "Save",
            click ->
                save(form, false)
                    .ifPresent(
                        deal -> {
                          dialog.close();
                          saved.accept(deal);
                        }));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
  }

  DealForm form(@Nullable Opportunity stored) {
    var user = currentUser.require();
    return new DealForm(
        stored, opportunities, taxonomy, stages, user, user.role() != Role.REP || stored == null);
  }

  /** What was stored; empty when a field is wrong or the deal may not be changed by this user. */
  Optional<Opportunity> save(DealForm form, boolean asNew) {
    var written = form.read(clock.instant());
    if (written.isEmpty()) return Optional.empty();
    var known = opportunities.find(written.get().id());
    if (asNew && known.isPresent()) {
      Notices.failed(
          "There is a deal with the id " + written.get().id() + " already: open that one instead.");
      return Optional.empty();
    }
    if (known.isPresent() && !rights.mayEdit(known.get())) {
      Notices.failed("This deal belongs to somebody else; ask an administrator to change it.");
      return Optional.empty();
    }
    try {
      var deal = canonical(written.get());
      opportunities.save(deal);
      return Optional.of(deal);
    } catch (IllegalArgumentException refused) {
      Notices.failed("The deal was not saved: " + refused.getMessage());
      return Optional.empty();
    }
  }

  /** New words join the vocabulary, other spellings become the known one. */
  private Opportunity canonical(Opportunity deal) {
    return new Opportunity(
        deal.id(),
        deal.name(),
        deal.account(),
        known(deal.industry()),
        deal.companySize(),
        known(deal.region()),
        known(deal.personas()),
        deal.salesStage(),
        deal.stageOverride(),
        known(deal.competitors()),
        known(deal.products()),
        deal.amount(),
        deal.owner(),
        deal.createdOn(),
        deal.closedOn(),
        deal.outcome(),
        deal.lossReason(),
        deal.leadSource(),
        deal.notes(),
        deal.changedAt());
  }

  private List<Term> known(List<Term> terms) {
    return terms.stream().map(this::resolved).distinct().toList();
  }

  private @Nullable Term known(@Nullable Term term) {
    return term == null ? null : resolved(term);
  }

  private Term resolved(Term term) {
    Dimension dimension = term.dimension();
    return taxonomy.resolveOrAdd(dimension, term.label());
  }
}
