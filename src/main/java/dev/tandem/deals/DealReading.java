package dev.tandem.deals;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a deal that is said in the words of the deals file, one text for each of its columns. */
@Component
public class DealReading {
  private final Taxonomy taxonomy;
  private final Currency currency;

  DealReading(Taxonomy taxonomy, @Value("${tandem.deals.currency:EUR}") String currency) {
    this.taxonomy = taxonomy;
    this.currency = MoneyReading.currency(currency);
  }

  /** What the vocabulary of personas calls this job title, if it knows it. */
  public Optional<String> persona(String jobTitle) {
    var known = taxonomy.resolve(Dimension.PERSONA, jobTitle);
    return known.map(Term::label);
  }

  /** The columns of a deals file, in their order; {@code id} is the first. */
  public static List<String> columns() {
    return DealRow.COLUMNS;
  }

  /**
   * @param cells text by column; a column that is missing leaves the stored value, an empty text
   *     empties it
   * @param newWords whether words that no vocabulary knows are added to it
   * @param notes told what was understood in a certain way
   * @throws Unreadable naming the column and what is wrong with it
   */
  public Opportunity read(
      Map<String, String> cells,
      @Nullable Opportunity stored,
      boolean newWords,
      Consumer<String> notes)
      throws Unreadable {
    try {
      return new DealRow(
              column ->
                  Optional.ofNullable(cells.get(column))
                      .map(String::strip)
                      .filter(text -> !text.isEmpty()),
              cells.keySet(),
              stored,
              notes)
          .read(newWords ? taxonomy : new LookUpOnly(taxonomy), false, currency);
    } catch (DealRow.Refused refused) {
      throw new Unreadable(refused.column, String.valueOf(refused.getMessage()));
    }
  }

  /** Why it cannot be taken as a deal. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final String column;

    Unreadable(String column, String problem) {
      super(problem);
      this.column = column;
    }

    public String column() {
      return column;
    }
  }

  private record LookUpOnly(Taxonomy words) implements Taxonomy {
    @Override
    public List<KnownTerm> terms(Dimension dimension) {
      return words.terms(dimension);
    }

    @Override
    public Optional<Term> resolve(Dimension dimension, String name) {
      return words.resolve(dimension, name);
    }

    @Override
    public Term resolveOrAdd(Dimension dimension, String name) {
      return words.resolve(dimension, name).orElseGet(() -> new Term(dimension, name));
    }

    @Override
    public void addAlias(Term term, String alias) {
      throw new UnsupportedOperationException("only looking words up");
    }
  }
}
