package dev.tandem.deals;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the buyer's journey stage from a CRM's sales stage. Ships with the stages that Salesforce,
 * HubSpot, Pipedrive, Dynamics 365 and EspoCRM start with; what the glossary calls a stage wins
 * over those, and what people decide here over both. Names are compared normalized and without a
 * leading number ("2 - Develop" is "Develop").
 */
public interface StageMap {

  /**
   * The journey stage behind a sales stage. A won deal is always post-sale. A name that the map
   * does not know is guessed from a word of the glossary in it, its words (English, German), a
   * percentage in it, or its place among the stages seen, and comes as {@link
   * StageReading.Basis#GUESSED}.
   */
  StageReading read(@Nullable String salesStage, Outcome outcome);

  /** What the map knows, people's own entries first, then by CRM in the order of its pipeline. */
  List<Entry> entries();

  /** Names that deals carry and the map does not know, with the guess; most frequent first. */
  List<Unmapped> unmapped();

  /**
   * Maps a name from now on, for every deal that carries it.
   *
   * @throws IllegalArgumentException for a blank name or one over 200 characters
   */
  void put(String salesStage, JourneyStage stage, @Nullable UserId by);

  /** What the glossary says about names of stages, by name. */
  List<Entry> glossary();

  /**
   * Takes a person's entry back; the glossary or a shipped default of that name is in force again.
   */
  void remove(String salesStage);

  /**
   * One line of the map.
   *
   * @param crm whose default it is, or null for an entry of one's own
   * @param probability chance to win in percent, 0 to 100, as that CRM documents it; null where it
   *     names none
   */
  record Entry(
      @Nullable String crm, String salesStage, @Nullable Integer probability, JourneyStage stage) {}

  /** A name to decide about. */
  record Unmapped(String salesStage, long deals, StageReading guess) {}
}
