package dev.tandem.taxonomy;

import java.util.List;

/**
 * Names that the company's own content uses and no vocabulary has yet. They are offered to people
 * and never applied on their own.
 */
public interface VocabularyCandidates {

  /** The most frequent first; empty where nothing stands out. */
  List<Candidate> of(Dimension dimension);

  /** Customers that case studies are about and that are not said of them yet. */
  default List<Candidate> customers() {
    return List.of();
  }

  /**
   * Says of the case studies whose titles name this customer that they are about it.
   *
   * @param who sign-in name
   * @return of how many it was said
   */
  default int tagCustomer(String name, String who) {
    return 0;
  }

  /**
   * @param titles in how many titles it stands, at least 1
   * @param example one of these titles
   */
  record Candidate(String name, int titles, String example) {}
}
