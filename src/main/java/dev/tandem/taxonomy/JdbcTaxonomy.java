package dev.tandem.taxonomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vocabularies in the database, answered from memory. Writes commit on their own, so that the
 * memory never knows a term which a caller's transaction rolled back.
 */
@Repository
class JdbcTaxonomy implements Taxonomy {
  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private volatile @Nullable Vocabularies known;

  JdbcTaxonomy(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public List<KnownTerm> terms(Dimension dimension) {
    return known().terms.getOrDefault(dimension, List.of());
  }

  @Override
  public Optional<Term> resolve(Dimension dimension, String name) {
    return Optional.ofNullable(known().byName.get(new Name(dimension, Term.normalize(name))));
  }

  @Override
  public Term resolveOrAdd(Dimension dimension, String name) {
    var known = resolve(dimension, name);
    if (known.isPresent()) return known.get();
    var term = new Term(dimension, name);
    if (term.key().isEmpty())
      throw new IllegalArgumentException(
          dimension.id() + " needs at least one letter or digit: '" + name + "'");
    change(() -> insert(term, false));
    return resolve(dimension, name).orElse(term);
  }

  @Override
  public void addAlias(Term term, String alias) {
    if (Term.normalize(alias).isEmpty())
      throw new IllegalArgumentException("an alias needs at least one letter or digit: " + alias);
    change(
        () -> {
          insert(term, false);
          insertAlias(term, alias, "do update set term_key = excluded.term_key");
        });
  }

  private Vocabularies known() {
    var vocabularies = known;
    return vocabularies != null ? vocabularies : firstLoad();
  }

  private synchronized Vocabularies firstLoad() {
    if (known == null) change(this::insertDefaults);
    return java.util.Objects.requireNonNull(known);
  }

  private void insertDefaults() {
    var present =
        jdbc.sql("select count(*) from taxonomy_term where built_in").query(Long.class).single();
    var defaults = DefaultTerms.read().entries();
    if (present >= defaults.size()) return;
    for (var entry : defaults) {
      insert(entry.term(), true);
      for (var alias : entry.aliases()) insertAlias(entry.term(), alias, "do nothing");
    }
  }

  private synchronized void change(Runnable writes) {
    ownTransaction.executeWithoutResult(status -> writes.run());
    known = load();
  }

  private void insert(Term term, boolean builtIn) {
    jdbc.sql(
            """
            insert into taxonomy_term (dimension, key, label, built_in)
            values (:dimension, :key, :label, :builtIn)
            on conflict do nothing
            """)
        .param("dimension", term.dimension().name())
        .param("key", term.key())
        .param("label", term.label())
        .param("builtIn", builtIn)
        .update();
  }

  private void insertAlias(Term term, String alias, String onConflict) {
    jdbc.sql(
            """
            insert into taxonomy_alias (dimension, key, alias, term_key)
            values (:dimension, :key, :alias, :termKey)
            on conflict (dimension, key)
            """
                + onConflict)
        .param("dimension", term.dimension().name())
        .param("key", Term.normalize(alias))
        .param("alias", alias.strip())
        .param("termKey", term.key())
        .update();
  }

  private Vocabularies load() {
    var aliases = new HashMap<Name, List<String>>();
    var byName = new HashMap<Name, Term>();
    var terms = new HashMap<Dimension, List<KnownTerm>>();
    var byKey = new HashMap<Name, Term>();
    record AliasRow(String dimension, String key, String alias, String termKey) {}
    record TermRow(String dimension, String key, String label, boolean builtIn) {}
    var termRows =
        jdbc.sql("select dimension, key, label, built_in from taxonomy_term")
            .query(TermRow.class)
            .list();
    for (var row : termRows) {
      var dimension = Dimension.valueOf(row.dimension());
      byKey.put(new Name(dimension, row.key()), new Term(dimension, row.label()));
    }
    jdbc.sql("select dimension, key, alias, term_key from taxonomy_alias order by alias")
        .query(AliasRow.class)
        .list()
        .forEach(
            row -> {
              var owner = new Name(Dimension.valueOf(row.dimension()), row.termKey());
              aliases.computeIfAbsent(owner, none -> new ArrayList<>()).add(row.alias());
              var term = byKey.get(owner);
              if (term != null) byName.put(new Name(owner.dimension(), row.key()), term);
            });
    byName.putAll(byKey); // a term's own name is stronger than another's alias
    for (var row : termRows) {
      var name = new Name(Dimension.valueOf(row.dimension()), row.key());
      terms
          .computeIfAbsent(name.dimension(), none -> new ArrayList<>())
          .add(
              new KnownTerm(
                  new Term(name.dimension(), row.label()),
                  aliases.getOrDefault(name, List.of()),
                  row.builtIn()));
    }
    terms.replaceAll(
        (dimension, list) ->
            list.stream()
                .sorted(
                    Comparator.comparing(
                        known -> known.term().label(), String.CASE_INSENSITIVE_ORDER))
                .toList());
    return new Vocabularies(Map.copyOf(terms), Map.copyOf(byName));
  }

  private record Name(Dimension dimension, String key) {}

  private record Vocabularies(Map<Dimension, List<KnownTerm>> terms, Map<Name, Term> byName) {}
}
