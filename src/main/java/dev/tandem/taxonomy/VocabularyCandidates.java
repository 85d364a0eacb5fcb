package dev.tandem.taxonomy;

import java.util.List;

/**
 * Names that the company's own content uses and no vocabulary has yet. They are offered to people
 * and never applied on their own.
 */
public interface VocabularyCandidates {

  /** The most frequent first; empty where nothing stands out. */
  List<Candidate> of(Dimension dimension);

  /**
   * @param titles in how many titles it stands, at least 1
   * @param example one of these titles
   */
  record Candidate(String name, int titles, String example) {}
}
